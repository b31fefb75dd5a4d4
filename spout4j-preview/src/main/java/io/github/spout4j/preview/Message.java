package io.github.spout4j.preview;

import io.github.spout4j.SenderInfo;
import java.util.List;

/**
 * What the canvas says where there is no picture.
 *
 * @param title   what is the matter
 * @param lines   what to do
 * @param trouble whether something is wrong
 */
record Message(String title, List<String> lines, boolean trouble) {
    /** Nothing to say. */
    static final Message NONE = new Message("", List.of(), false);

    static Message of(Reception reception) {
        if (reception.shown()) {
            return NONE;
        }
        if (reception.trouble().isPresent()) {
            return new Message(reception.trouble().get(), List.of("It is tried again and again.",
                    "spout doctor may know more."), true);
        }
        if (reception.sender().isPresent()) {
            SenderInfo sender = reception.sender().get();
            return new Message("Waiting for a frame of " + sender.name(), List.of(sender.paused()
                    ? "It is paused: let it go on there."
                    : "It is there, and has sent none yet."), false);
        }
        return reception.wanted().map(Message::absent).orElseGet(Message::nobody);
    }

    private static Message absent(String name) {
        return new Message("There is no sender " + name,
                List.of("It is shown as soon as it starts.", "Others are in the list, if there are any."), false);
    }

    private static Message nobody() {
        return new Message("No sender yet", List.of(
                "Start Spout in your program: its picture appears here.",
                "To try it:  spout demo   or   spout send PICTURE",
                "If your sender does not appear:  spout doctor"), false);
    }
}
