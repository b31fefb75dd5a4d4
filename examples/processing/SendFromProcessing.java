import io.github.spout4j.Spout;
import io.github.spout4j.opengl.GlSender;
import processing.core.PApplet;
import processing.opengl.PGraphicsOpenGL;
import processing.opengl.Texture;

/**
 * Sends what a sketch of Processing's draws, straight from its texture: no loadPixels(). The text that is drawn after that is in the window alone.
 *
 * <p>Run: {@code examples/processing/run SendFromProcessing [NAME]}. Argument: the sender's name.
 */
public class SendFromProcessing extends PApplet {
    private Spout spout;
    private GlSender sender;

    public static void main(String[] args) {
        PApplet.main(SendFromProcessing.class, args);
    }

    @Override
    public void settings() {
        size(640, 360, P3D);
    }

    @Override
    public void setup() {
        spout = Spout.open();
        sender = GlSender.of(spout.sender(args == null ? "Processing" : args[0]).size(pixelWidth, pixelHeight).open());
        beginPGL().enableFBOLayer(); // from the first frame on, all is drawn into a texture of Processing's
        endPGL();
        textSize(18);
        surface.setResizable(true); // waits until this is done
    }

    @Override
    public void draw() {
        drawScene();
        Texture picture = ((PGraphicsOpenGL) g).getTexture();
        sender.send(picture.glName, picture.glWidth, picture.glHeight);
        fill(0);
        text("Sending \"" + sender.sender().name() + "\", " + picture.glWidth + " × " + picture.glHeight, 20, 30);
    }

    /** A box that turns in a meadow, under the sun, which is on the left. */
    private void drawScene() {
        background(96, 160, 224);
        noStroke();
        hint(DISABLE_DEPTH_TEST);
        fill(64, 128, 32);
        rect(0, height * 2 / 3f, width, height);
        fill(255, 224, 64);
        circle(width / 6f, height / 3f, height / 4f);
        hint(ENABLE_DEPTH_TEST);
        pushMatrix();
        lights();
        translate(width / 2f, height / 2f);
        rotateX(-0.4f);
        rotateY(frameCount / 60f);
        fill(224, 96, 32);
        box(height / 3f);
        popMatrix();
        noLights();
    }

    @Override
    public void dispose() {
        sender.close();
        spout.close();
        super.dispose();
    }
}
