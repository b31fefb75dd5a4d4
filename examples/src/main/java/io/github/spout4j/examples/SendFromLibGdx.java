package io.github.spout4j.examples;

import com.badlogic.gdx.ApplicationAdapter;
import com.badlogic.gdx.Gdx;
import com.badlogic.gdx.backends.lwjgl3.Lwjgl3Application;
import com.badlogic.gdx.backends.lwjgl3.Lwjgl3ApplicationConfiguration;
import com.badlogic.gdx.graphics.Color;
import com.badlogic.gdx.graphics.Pixmap;
import com.badlogic.gdx.graphics.g2d.SpriteBatch;
import com.badlogic.gdx.graphics.glutils.FrameBuffer;
import com.badlogic.gdx.graphics.glutils.ShapeRenderer;
import com.badlogic.gdx.utils.GdxRuntimeException;
import com.badlogic.gdx.utils.ScreenUtils;
import io.github.spout4j.Spout;
import io.github.spout4j.SpoutException;
import io.github.spout4j.opengl.GlSender;
import java.io.OutputStream;
import java.io.PrintStream;

/**
 * Draws with libGDX into a FrameBuffer, which it sends and shows. Run: {@code examples/run SendFromLibGdx [NAME]}. Argument: the
 * sender's name, if any.
 */
public final class SendFromLibGdx extends ApplicationAdapter {
    private static final int WIDTH = 1280;
    private static final int HEIGHT = 720;

    private final String name;
    private Spout spout;
    private GlSender sender;
    private FrameBuffer target;
    private ShapeRenderer shapes;
    private SpriteBatch batch;

    private SendFromLibGdx(String name) {
        this.name = name;
    }

    public static void main(String[] args) {
        Lwjgl3ApplicationConfiguration configuration = new Lwjgl3ApplicationConfiguration();
        configuration.setWindowedMode(WIDTH, HEIGHT);
        configuration.setForegroundFPS(60);
        configuration.disableAudio(true);
        Lwjgl3ApplicationConfiguration.errorStream = new PrintStream(OutputStream.nullOutputStream());
        try {
            new Lwjgl3Application(new SendFromLibGdx(args.length > 0 ? args[0] : "libGDX"), configuration);
        } catch (IllegalArgumentException | SpoutException e) {
            System.err.println(e.getMessage());
            System.exit(e instanceof SpoutException ? 1 : 2);
        } catch (GdxRuntimeException e) {
            System.err.println("libGDX can open no window here: " + e.getMessage());
            System.exit(1);
        }
    }

    @Override
    public void create() {
        spout = Spout.open();
        sender = GlSender.of(spout.sender(name).size(WIDTH, HEIGHT).open());
        target = new FrameBuffer(Pixmap.Format.RGBA8888, WIDTH, HEIGHT, false);
        shapes = new ShapeRenderer();
        shapes.getProjectionMatrix().setToOrtho2D(0, 0, WIDTH, HEIGHT);
        batch = new SpriteBatch();
        String title = "Sending \"" + sender.sender().name() + "\"";
        Gdx.graphics.setTitle(title);
        IO.println(title + "; close the window to end it.");
    }

    @Override
    public void render() {
        target.begin();
        ScreenUtils.clear(0.2f, 0.2f, 0.2f, 1);
        shapes.begin(ShapeRenderer.ShapeType.Filled);
        rectangle(Color.RED, 0, HEIGHT - 40, 40, 0); // upper left
        rectangle(Color.BLUE, 0, 0, 40, 0); // lower left
        rectangle(Color.ORANGE, WIDTH / 2 - 150, HEIGHT / 2 - 150, 300, System.nanoTime() / 10_000_000 % 360);
        shapes.end();
        target.end();
        sender.send(target.getColorBufferTexture().getTextureObjectHandle(), WIDTH, HEIGHT);
        ScreenUtils.clear(Color.BLACK);
        batch.begin();
        batch.draw(target.getColorBufferTexture(), 0, 0, WIDTH, HEIGHT, 0, 0, 1, 1);
        batch.end();
    }

    private void rectangle(Color color, float x, float y, float side, float degrees) {
        shapes.setColor(color);
        shapes.rect(x, y, side / 2, side / 2, side, side, 1, 1, degrees);
    }

    /** The context is still current here. */
    @Override
    public void dispose() {
        sender.close();
        spout.close();
        target.dispose();
        shapes.dispose();
        batch.dispose();
    }
}
