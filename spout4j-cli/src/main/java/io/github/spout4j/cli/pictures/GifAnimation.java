package io.github.spout4j.cli.pictures;

import io.github.spout4j.cli.FrameSize;
import java.awt.AlphaComposite;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.NoSuchElementException;
import javax.imageio.ImageReader;
import javax.imageio.metadata.IIOMetadata;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** A GIF's pictures, each whole: a GIF's own frames are patches that are drawn over what was there before. */
final class GifAnimation {
    private static final int FASTEST_HUNDREDTHS = 2;
    private static final int USUAL_HUNDREDTHS = 10;

    private final ImageReader reader;
    private final int count;
    private BufferedImage canvas;
    private int index;

    GifAnimation(ImageReader reader) throws IOException {
        this.reader = reader;
        this.count = reader.getNumImages(true);
        FrameSize size = size(reader);
        this.canvas = new BufferedImage(size.width(), size.height(), BufferedImage.TYPE_INT_ARGB);
    }

    /** The whole picture's size. */
    static FrameSize size(ImageReader reader) throws IOException {
        IIOMetadata metadata = reader.getStreamMetadata();
        if (metadata != null) {
            Element screen = child(metadata, "LogicalScreenDescriptor");
            int width = number(screen, "logicalScreenWidth");
            int height = number(screen, "logicalScreenHeight");
            if (width > 0 && height > 0) {
                return new FrameSize(width, height);
            }
        }
        return new FrameSize(reader.getWidth(0), reader.getHeight(0));
    }

    boolean hasNext() {
        return index < count;
    }

    Picture next() throws IOException {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        IIOMetadata metadata = reader.getImageMetadata(index);
        Element place = child(metadata, "ImageDescriptor");
        Element control = child(metadata, "GraphicControlExtension");
        BufferedImage patch = reader.read(index++);
        Rectangle area = new Rectangle(number(place, "imageLeftPosition"), number(place, "imageTopPosition"),
                patch.getWidth(), patch.getHeight());
        BufferedImage shown = copy(canvas);
        draw(shown, patch, area);
        dispose(control == null ? "none" : control.getAttribute("disposalMethod"), shown, area);
        return new Picture(shown, count == 1 ? 0 : 100.0 / hundredths(control));
    }

    private void dispose(String method, BufferedImage shown, Rectangle area) {
        switch (method) {
            case "restoreToPrevious" -> {
            }
            case "restoreToBackgroundColor" -> {
                canvas = copy(shown);
                clear(canvas, area);
            }
            default -> canvas = shown;
        }
    }

    private static int hundredths(Element control) {
        int delay = number(control, "delayTime");
        return delay < FASTEST_HUNDREDTHS ? USUAL_HUNDREDTHS : delay;
    }

    private static void draw(BufferedImage target, BufferedImage patch, Rectangle area) {
        Graphics2D graphics = target.createGraphics();
        graphics.drawImage(patch, area.x, area.y, null);
        graphics.dispose();
    }

    private static void clear(BufferedImage target, Rectangle area) {
        Graphics2D graphics = target.createGraphics();
        graphics.setComposite(AlphaComposite.Clear);
        graphics.fill(area);
        graphics.dispose();
    }

    private static BufferedImage copy(BufferedImage image) {
        BufferedImage copy = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_ARGB);
        image.copyData(copy.getRaster());
        return copy;
    }

    private static Element child(IIOMetadata metadata, String name) {
        Element root = (Element) metadata.getAsTree(metadata.getNativeMetadataFormatName());
        NodeList children = root.getElementsByTagName(name);
        return children.getLength() == 0 ? null : (Element) children.item(0);
    }

    private static int number(Element element, String attribute) {
        String value = element == null ? "" : element.getAttribute(attribute);
        return value.isEmpty() ? 0 : Integer.parseInt(value);
    }
}
