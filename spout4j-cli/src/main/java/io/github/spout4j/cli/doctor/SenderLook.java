package io.github.spout4j.cli.doctor;

import io.github.spout4j.Finding;
import io.github.spout4j.Finding.Level;
import io.github.spout4j.SenderInfo;
import io.github.spout4j.Spout;
import io.github.spout4j.SpoutException;
import io.github.spout4j.SpoutFrame;
import io.github.spout4j.SpoutReceiver;
import io.github.spout4j.cli.FrameCounts;
import io.github.spout4j.cli.FrameRates;
import io.github.spout4j.cli.SenderTexts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A short look at a sender's frames: why its picture could be black or missing. */
final class SenderLook {
    /** More than the 2 s for which what is wrong with a sender may pass. */
    private static final Duration FIRST = Duration.ofMillis(2500);
    private static final Duration NEXT = Duration.ofMillis(500);

    private final SenderInfo sender;
    private final List<Finding> findings = new ArrayList<>();

    private SenderLook(SenderInfo sender) {
        this.sender = sender;
    }

    /** What is found; one that all is well where nothing is. */
    static List<Finding> at(SenderInfo sender, Spout spout) {
        SenderLook look = new SenderLook(sender);
        try (SpoutReceiver receiver = spout.receiver(sender.name()).open()) {
            look.take(receiver, FrameCounts.inFramesAlone(spout));
        } catch (SpoutException e) {
            look.add(Level.PROBLEM, "its frames cannot be received: " + e.getMessage(),
                    "mend what it says, or start the sender again");
        }
        return look.findings;
    }

    private void take(SpoutReceiver receiver, boolean countsInFrames) {
        if (sender.paused()) {
            add(Level.WARNING, "it is paused: its picture stands still, or there is none yet",
                    "let it go on in its program, which calls resume there");
        }
        Optional<Picture> picture = receiver.receive(FIRST).map(SenderLook::closing);
        if (picture.isEmpty()) {
            if (!sender.paused()) {
                add(Level.WARNING, "no frame came within " + seconds(FIRST),
                        "it is listed, but has sent nothing yet: let it send, or start it again");
            }
            return;
        }
        judge(picture.get());
        if (!sender.paused() && !receiver.receive(NEXT, _ -> {})) {
            add(Level.WARNING, "no new frame within " + seconds(NEXT) + ": it is still",
                    "its picture does not change, or a program on the Spout SDK has paused: go on there; if it should "
                            + "move, start it again");
        }
        if (!FrameRates.counts(sender) && !countsInFrames) {
            add(Level.WARNING, "it does not count its frames: receivers of the SDK may take old ones for new",
                    "run spout settings framecount=on and start it again");
        }
        if (findings.isEmpty()) {
            findings.add(Finding.ok(topic(), SenderTexts.size(sender) + " " + SenderTexts.format(sender)
                    + ", frames come, with a picture"));
        }
    }

    private static Picture closing(SpoutFrame frame) {
        try (frame) {
            return Picture.of(frame);
        }
    }

    private void judge(Picture picture) {
        if (picture.width() != sender.width() || picture.height() != sender.height()) {
            add(Level.WARNING, "it says " + SenderTexts.size(sender) + ", and its frames are " + picture.width() + "x"
                    + picture.height(), "programs that believe the first show nothing or a part: start it again");
        }
        if (picture.black() && picture.transparent()) {
            add(Level.WARNING, "every pixel is 0: its picture is black and transparent",
                    "it sends nothing to be seen: see in its program whether the output or layer is switched on");
        } else if (picture.black()) {
            add(Level.WARNING, "its picture is black",
                    "it sends no colour: see in its program whether the output or layer is switched on");
        } else if (picture.transparent()) {
            add(Level.WARNING, "alpha is 0 everywhere: it looks empty in programs that use alpha",
                    "send it with alpha, by spout send with --alpha opaque, or have the receiving program ignore alpha");
        }
    }

    private void add(Level level, String value, String advice) {
        findings.add(new Finding(topic(), value, level, advice));
    }

    private String topic() {
        return topic(sender.name());
    }

    /** Under which all findings of a sender stand. */
    static String topic(String name) {
        return "sender \"" + name + "\"";
    }

    private static String seconds(Duration duration) {
        return duration.toMillis() / 1e3 + " s";
    }
}
