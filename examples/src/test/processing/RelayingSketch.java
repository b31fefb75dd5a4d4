import io.github.spout4j.Spout;
import io.github.spout4j.opengl.GlSender;
import processing.core.PApplet;
import processing.opengl.PGraphicsOpenGL;
import processing.opengl.Texture;

/** {@link ReceiveInProcessing}, which sends what it shows. Arguments: whose frames, and the name for its own. */
public final class RelayingSketch extends ReceiveInProcessing {
    private Spout spout;
    private GlSender sender;

    public static void main(String[] args) {
        PApplet.main(RelayingSketch.class, args);
    }

    @Override
    public void setup() {
        super.setup();
        spout = Spout.open();
        sender = GlSender.of(spout.sender(args[1]).size(width, height).open());
        beginPGL().enableFBOLayer();
        endPGL();
    }

    @Override
    public void draw() {
        super.draw();
        Texture shown = ((PGraphicsOpenGL) g).getTexture();
        sender.send(shown.glName, shown.glWidth, shown.glHeight);
    }

    @Override
    public void dispose() {
        spout.close();
        super.dispose();
    }
}
