package io.github.spout4j.proof.fuzz.targets;

import io.github.spout4j.protocol.DxgiFormat;
import io.github.spout4j.protocol.InfoReading;
import io.github.spout4j.protocol.ObjectNames;
import io.github.spout4j.protocol.SenderInfoMap;
import io.github.spout4j.protocol.SenderInfoView;
import io.github.spout4j.protocol.SenderName;
import io.github.spout4j.protocol.SenderReport;
import io.github.spout4j.protocol.SenderTraits;
import io.github.spout4j.protocol.SharedTextureInfo;
import io.github.spout4j.protocol.SharedTextureInfoCodec;
import io.github.spout4j.transport.FrameShape;
import java.lang.foreign.MemorySegment;

/** A sender's info and traits. An input: the frame count (4 bytes), how long the traits are (1), the traits, the info. */
public final class SenderInfoTarget {
    private static final long LONGEST_PIXEL = 16;

    private SenderInfoTarget() {}

    /** Reads both in all ways. */
    public static void fuzzerTestOneInput(byte[] data) {
        Given given = new Given(data);
        int count = given.number();
        MemorySegment traits = Given.memory(given.bytes(given.small()));
        MemorySegment info = Given.memory(given.rest());
        GivenObjects objects = new GivenObjects(_ -> null, false, count);
        GivenSystem system = new GivenSystem(objects, 0);
        SenderName name = SenderName.of("fuzz", system.names());
        objects.put(ObjectNames.info(name), info).put(ObjectNames.traits(name), traits);
        SenderTraits told = SenderTraits.read(objects, name);
        Must.hold(traits.byteSize() >= 8 || told.equals(SenderTraits.UNKNOWN), "short traits promise nothing");
        SenderTraits.paused(objects, name);
        InfoReading reading = SenderInfoMap.read(system, name);
        SenderInfoView view = SenderInfoView.open(objects, name).orElse(null);
        Must.hold(view != null == info.byteSize() >= SharedTextureInfoCodec.SIZE, "an info is 280 bytes at least");
        if (view == null) {
            Must.hold(reading instanceof InfoReading.Unusable(String why) && !why.isBlank(), "a short info is told");
            return;
        }
        check(SharedTextureInfoCodec.read(info, 0, system.names()), system);
        if (reading instanceof InfoReading.Usable(SharedTextureInfo usable)) {
            new FrameShape(usable.width(), usable.height(), usable.pixelFormat().orElseThrow());
            SenderReport report = SenderReport.read(system, name).orElseThrow();
            Must.hold(report.info().equals(usable) && report.frame() >= 0, "a report is what was read");
            Must.hold(view.width() == usable.width() && view.height() == usable.height()
                    && view.format() == usable.format() && view.shareHandle() == usable.shareHandle(),
                    "both ways read the same");
        }
    }

    private static void check(SharedTextureInfo info, GivenSystem system) {
        long most = FrameShape.MAXIMUM_SIDE * FrameShape.MAXIMUM_SIDE * LONGEST_PIXEL;
        Must.hold(info.frameBytes() >= 0 && info.frameBytes() <= most, "a frame has no more bytes than the largest");
        Must.hold(info.frameBytes() > 0 == info.problem().isEmpty(), "a frame can be had, or it is told why not");
        Must.hold(info.handle() == (int) info.handle(), "a handle is 32 bits");
        Must.hold(!DxgiFormat.describe(info.format()).isBlank(), "each format has a text");
        Must.hold(info.description().length() <= 256 && info.description().indexOf('\0') < 0, "a path has 256 letters");
        MemorySegment written = Given.memory(SharedTextureInfoCodec.SIZE);
        SharedTextureInfoCodec.write(info, written, 0, system.names());
        SharedTextureInfo again = SharedTextureInfoCodec.read(written, 0, system.names());
        Must.hold(info.description().startsWith(again.description()), "a path is cut where it is too long");
        Must.hold(again.equals(new SharedTextureInfo(info.shareHandle(), info.width(), info.height(), info.format(),
                info.usage(), again.description(), info.partnerId())), "what is written is read again");
    }
}
