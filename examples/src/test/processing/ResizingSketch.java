import com.jogamp.newt.opengl.GLWindow;
import java.io.IOException;
import java.nio.IntBuffer;
import processing.core.PApplet;

/** {@link SendFromProcessing}, whose window becomes smaller, as by a user's hand, when Enter is pressed. Says what it is drawn into. Argument: the sender's name. */
public final class ResizingSketch extends SendFromProcessing {
    public static void main(String[] args) {
        PApplet.main(ResizingSketch.class, args);
    }

    @Override
    public void setup() {
        super.setup();
        thread("resizeOnEnter");
    }

    /** Called by Processing, on a thread of its own. */
    public void resizeOnEnter() throws IOException {
        System.in.read();
        ((GLWindow) surface.getNative()).setSize(320, 240);
    }

    @Override
    public void draw() {
        super.draw();
        if (frameCount == 1) {
            println("drawn into framebuffer " + framebuffer());
        }
    }

    private int framebuffer() {
        IntBuffer bound = IntBuffer.allocate(1);
        beginPGL().getIntegerv(0x8CA6, bound); // GL_DRAW_FRAMEBUFFER_BINDING
        endPGL();
        return bound.get(0);
    }
}
