package io.github.spout4j.cli.pictures;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;

/** Writes animated GIFs of coloured patches. */
final class GifFiles {
    private static final String IMAGE = "javax_imageio_gif_image_1.0";
    private static final String STREAM = "javax_imageio_gif_stream_1.0";
    private static final IndexColorModel COLOURS = new IndexColorModel(8, 4, new int[]{0xFF000000, 0xFFFF0000,
            0xFF0000FF, 0}, 0, true, 3, 0);

    private GifFiles() {}

    static void write(Path file, int width, int height, List<Patch> patches) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("gif").next();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(file.toFile())) {
            writer.setOutput(out);
            writer.prepareWriteSequence(stream(writer, width, height));
            for (Patch patch : patches) {
                BufferedImage image = new BufferedImage(patch.width, patch.height, BufferedImage.TYPE_BYTE_INDEXED,
                        COLOURS);
                Graphics2D graphics = image.createGraphics();
                graphics.setColor(new Color(patch.colour));
                graphics.fillRect(0, 0, patch.width, patch.height);
                graphics.dispose();
                writer.writeToSequence(new IIOImage(image, null, metadata(writer, image, patch)), null);
            }
            writer.endWriteSequence();
        } finally {
            writer.dispose();
        }
    }

    private static IIOMetadata stream(ImageWriter writer, int width, int height) throws IOException {
        IIOMetadata metadata = writer.getDefaultStreamMetadata(null);
        IIOMetadataNode root = (IIOMetadataNode) metadata.getAsTree(STREAM);
        IIOMetadataNode screen = child(root, "LogicalScreenDescriptor");
        screen.setAttribute("logicalScreenWidth", Integer.toString(width));
        screen.setAttribute("logicalScreenHeight", Integer.toString(height));
        screen.setAttribute("colorResolution", "8");
        screen.setAttribute("pixelAspectRatio", "0");
        metadata.setFromTree(STREAM, root);
        return metadata;
    }

    private static IIOMetadata metadata(ImageWriter writer, BufferedImage image, Patch patch) throws IOException {
        IIOMetadata metadata = writer.getDefaultImageMetadata(new ImageTypeSpecifier(image), null);
        IIOMetadataNode root = (IIOMetadataNode) metadata.getAsTree(IMAGE);
        IIOMetadataNode place = child(root, "ImageDescriptor");
        place.setAttribute("imageLeftPosition", Integer.toString(patch.x));
        place.setAttribute("imageTopPosition", Integer.toString(patch.y));
        place.setAttribute("interlaceFlag", "FALSE");
        IIOMetadataNode control = child(root, "GraphicControlExtension");
        control.setAttribute("disposalMethod", patch.disposal);
        control.setAttribute("userInputFlag", "FALSE");
        control.setAttribute("delayTime", Integer.toString(patch.hundredths));
        metadata.setFromTree(IMAGE, root);
        return metadata;
    }

    private static IIOMetadataNode child(IIOMetadataNode root, String name) {
        if (root.getElementsByTagName(name).getLength() == 0) {
            root.appendChild(new IIOMetadataNode(name));
        }
        return (IIOMetadataNode) root.getElementsByTagName(name).item(0);
    }

    /** A coloured rectangle of an animation. */
    record Patch(int x, int y, int width, int height, int colour, String disposal, int hundredths) {}
}
