package io.github.spout4j.cli.pictures;

import io.github.spout4j.cli.FrameSize;
import io.github.spout4j.cli.pictures.Patch.Disposal;
import java.io.IOException;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.stream.ImageInputStream;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** A GIF's pictures. */
final class GifSource implements PictureSource {
    private static final double MILLISECONDS_PER_HUNDREDTH = 10;

    private final PictureReader reader;
    private final int count;
    private int index;

    /** @throws IOException where it is cut off */
    GifSource(ImageInputStream stream, PictureReader reader) throws IOException {
        GifBlocks.check(stream);
        stream.seek(0);
        this.reader = reader;
        this.count = reader.count();
    }

    @Override
    public FrameSize size() throws IOException {
        IIOMetadata metadata = reader.streamMetadata();
        if (metadata != null) {
            Element screen = child(metadata, "LogicalScreenDescriptor");
            int width = number(screen, "logicalScreenWidth");
            int height = number(screen, "logicalScreenHeight");
            if (width > 0 && height > 0) {
                return new FrameSize(width, height);
            }
        }
        return reader.size();
    }

    @Override
    public Orientation orientation() {
        return Orientation.UPRIGHT;
    }

    @Override
    public boolean animated() {
        return count > 1;
    }

    @Override
    public boolean hasNext() {
        return index < count;
    }

    @Override
    public Patch next() throws IOException {
        IIOMetadata metadata = reader.metadata(index);
        Element place = child(metadata, "ImageDescriptor");
        Element control = child(metadata, "GraphicControlExtension");
        return new Patch(reader.read(index++), number(place, "imageLeftPosition"), number(place, "imageTopPosition"),
                true, afterwards(control), number(control, "delayTime") * MILLISECONDS_PER_HUNDREDTH);
    }

    private static Disposal afterwards(Element control) {
        return switch (control == null ? "none" : control.getAttribute("disposalMethod")) {
            case "restoreToPrevious" -> Disposal.GIVES_BACK;
            case "restoreToBackgroundColor" -> Disposal.IS_CLEARED;
            default -> Disposal.STAYS;
        };
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
