import java.io.IOException;
import java.nio.IntBuffer;
import processing.core.PApplet;

/** {@link SendFromProcessing}, whose window becomes smaller when Enter is pressed. Says what it is drawn into. Argument: the sender's name. */
public final class ResizingSketch extends SendFromProcessing {
    private volatile boolean pressed;

    public static void main(String[] args) {
        PApplet.main(ResizingSketch.class, args);
    }

    @Override
    public void setup() {
        super.setup();
        thread("awaitEnter");
    }

    /** Called by Processing. */
    public void awaitEnter() throws IOException {
        System.in.read();
        pressed = true;
    }

    @Override
    public void draw() {
        super.draw();
        if (frameCount == 1) {
            println("drawn into framebuffer " + framebuffer());
        }
        if (pressed) {
            pressed = false;
            surface.setSize(320, 240);
        }
    }

    private int framebuffer() {
        IntBuffer bound = IntBuffer.allocate(1);
        beginPGL().getIntegerv(0x8CA6, bound); // GL_DRAW_FRAMEBUFFER_BINDING
        endPGL();
        return bound.get(0);
    }
}
