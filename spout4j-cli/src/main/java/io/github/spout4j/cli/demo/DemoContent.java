package io.github.spout4j.cli.demo;

import io.github.spout4j.PixelFormat;
import io.github.spout4j.cli.CommandException;
import io.github.spout4j.cli.FrameSize;
import io.github.spout4j.cli.pictures.Depth;
import io.github.spout4j.cli.pictures.PictureFile;
import java.util.List;
import picocli.CommandLine.Option;

/** What the demo sends; demo, sender and receiver have the same options for it. */
final class DemoContent {
    private static final FrameSize USUAL = new FrameSize(640, 360);

    @Option(names = "--image", paramLabel = "FILE", description = "Send this picture instead of a moving test card.")
    private String image;

    @Option(names = "--size", paramLabel = "WxH", converter = FrameSize.Converter.class, description = "The test card's size; default: 640x360.")
    private FrameSize size;

    /** Checks the options without reading the picture's pixels. */
    void check() {
        if (image != null && size != null) {
            throw CommandException.badInput("--size is the test card's; --image has its own, so leave one out");
        }
        FrameSize wanted = size();
        if (wanted.bytes(PixelFormat.BGRA8) > Integer.MAX_VALUE) {
            throw CommandException.badInput("--size " + wanted + " is more than 2 GiB a frame; choose a smaller one");
        }
    }

    FrameSize size() {
        return image != null ? PictureFile.of(image, Depth.EIGHT).size() : size != null ? size : USUAL;
    }

    DemoPictures pictures() {
        return image != null
                ? new StillPictures(PictureFile.of(image, Depth.EIGHT).first().image())
                : new TestCard(size());
    }

    /** The same as command line arguments. */
    List<String> arguments() {
        return image != null ? List.of("--image=" + image) : List.of("--size=" + size());
    }
}
