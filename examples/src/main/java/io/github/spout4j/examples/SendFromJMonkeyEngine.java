package io.github.spout4j.examples;

import com.jme3.app.*;
import com.jme3.app.state.*;
import com.jme3.light.DirectionalLight;
import com.jme3.material.Material;
import com.jme3.math.*;
import com.jme3.scene.Geometry;
import com.jme3.scene.shape.*;
import com.jme3.system.AppSettings;
import io.github.spout4j.Spout;
import io.github.spout4j.SpoutException;
import io.github.spout4j.opengl.GlSender;
import java.util.logging.LogManager;

/**
 * Draws a turning cube with jMonkeyEngine, and sends the back buffer, by an AppState that any application can attach. Run:
 * {@code examples/run SendFromJMonkeyEngine [NAME]}. Argument: the sender's name, if any.
 */
public final class SendFromJMonkeyEngine extends SimpleApplication {
    private final Geometry cube = new Geometry("cube", new Box(2, 2, 2));

    private SendFromJMonkeyEngine(String name) {
        super(new Sending(name));
    }

    public static void main(String[] args) {
        LogManager.getLogManager().reset();
        AppSettings settings = new AppSettings(true);
        settings.setResolution(1280, 720);
        settings.setFrameRate(60);
        settings.setAudioRenderer(null);
        var application = new SendFromJMonkeyEngine(args.length > 0 ? args[0] : "jMonkeyEngine");
        application.setSettings(settings);
        application.setShowSettings(false);
        application.setPauseOnLostFocus(false);
        application.start();
    }

    @Override
    public void simpleInitApp() {
        cube.setMaterial(new Material(assetManager, "Common/MatDefs/Light/Lighting.j3md"));
        rootNode.attachChild(cube);
        rootNode.addLight(new DirectionalLight(new Vector3f(-1, -1, -2)));
        mark(ColorRGBA.Red, cam.getHeight() - 40); // upper left
        mark(ColorRGBA.Blue, 0); // lower left
    }

    private void mark(ColorRGBA color, float bottom) {
        Geometry mark = new Geometry("mark", new Quad(40, 40));
        mark.setMaterial(new Material(assetManager, "Common/MatDefs/Misc/Unshaded.j3md"));
        mark.getMaterial().setColor("Color", color);
        mark.setLocalTranslation(0, bottom, 0);
        guiNode.attachChild(mark);
    }

    @Override
    public void simpleUpdate(float seconds) {
        cube.rotate(seconds / 2, seconds, 0);
    }

    @Override
    public void handleError(String what, Throwable thrown) {
        System.err.println(thrown instanceof RuntimeException ? thrown.getMessage() : "No window here: " + what);
        System.exit(thrown instanceof IllegalArgumentException ? 2 : 1);
    }

    /** Sends what the window shows. jMonkeyEngine remembers OpenGL's state, which GlSender leaves as it was. */
    private static final class Sending extends AbstractAppState {
        private final String name;
        private Application application;
        private Spout spout;
        private GlSender sender;

        private Sending(String name) {
            this.name = name;
        }

        @Override
        public void initialize(AppStateManager states, Application app) {
            application = app;
            spout = Spout.open();
            sender = GlSender.of(spout.sender(name).size(1280, 720).open());
            String title = "Sending \"" + sender.sender().name() + "\"";
            application.getContext().setTitle(title);
            IO.println(title + "; close the window to end it.");
        }

        @Override
        public void postRender() {
            sender.sendBackBuffer(application.getCamera().getWidth(), application.getCamera().getHeight());
        }

        @Override
        public void cleanup() { // the context is still current here
            sender.close();
            spout.close();
        }
    }
}
