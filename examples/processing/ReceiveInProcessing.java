import io.github.spout4j.Spout;
import io.github.spout4j.opengl.GlReceiver;
import processing.core.PApplet;
import processing.core.PImage;
import processing.opengl.PGL;
import processing.opengl.PGraphicsOpenGL;
import processing.opengl.Texture;

/**
 * Draws what a sender sends in a sketch of Processing's, as an image whose texture the frames come into: no loadPixels(), no updatePixels().
 *
 * <p>Run: {@code examples/processing/run ReceiveInProcessing [NAME]}. Argument: the sender's name; without it the active sender.
 */
public class ReceiveInProcessing extends PApplet {
    private Spout spout;
    private GlReceiver receiver;
    private PImage picture = new PImage();

    public static void main(String[] args) {
        PApplet.main(ReceiveInProcessing.class, args);
    }

    @Override
    public void settings() {
        size(640, 360, P3D);
    }

    @Override
    public void setup() {
        spout = Spout.open();
        receiver = GlReceiver.of((args == null ? spout.receiver() : spout.receiver(args[0])).open());
        textSize(18);
        surface.setResizable(true); // waits until this is done
    }

    @Override
    public void draw() {
        if (receiver.receive() && (picture.width != receiver.width() || picture.height != receiver.height())) {
            picture = imageOf(receiver);
            println("Receiving " + picture.width + " × " + picture.height);
        }
        background(64);
        if (receiver.texture() == 0) {
            text("No sender yet", 20, 30);
        } else {
            image(picture, 0, 0, width, height);
        }
    }

    /** An image of Processing's that has no pixels, only that texture. */
    private PImage imageOf(GlReceiver frames) {
        PGraphicsOpenGL graphics = (PGraphicsOpenGL) g;
        Texture texture = new Texture(graphics);
        texture.init(frames.width(), frames.height(), frames.texture(), PGL.TEXTURE_2D, PGL.RGBA, frames.width(),
                frames.height(), PGL.LINEAR, PGL.LINEAR, PGL.CLAMP_TO_EDGE, PGL.CLAMP_TO_EDGE);
        texture.invertedY(true); // OpenGL's lowest row is the picture's
        texture.colorBuffer(true); // no mipmaps, please
        PImage image = new PImage();
        image.parent = this;
        image.width = image.pixelWidth = frames.width();
        image.height = image.pixelHeight = frames.height();
        graphics.setCache(image, texture);
        return image;
    }

    @Override
    public void dispose() {
        receiver.close();
        spout.close();
        super.dispose();
    }
}
