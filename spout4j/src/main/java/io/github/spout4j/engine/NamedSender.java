package io.github.spout4j.engine;

import io.github.spout4j.SenderInfo;
import io.github.spout4j.protocol.SenderName;
import io.github.spout4j.transport.FrameShape;

/** How a user's sender is listed: with another name it is another sender of the engine. One thread at a time renames. */
final class NamedSender implements AutoCloseable {
    private final EngineSession session;
    private final SenderOptions options;
    private volatile ListedSender listed;

    /** Opens it. */
    NamedSender(EngineSession session, SenderOptions options) {
        this.session = session;
        this.options = options;
        listed = session.sender(options);
    }

    ListedSender listed() {
        return listed;
    }

    /** Opens the sender under another name, then closes it under the old one; where the first fails, nothing has changed. False where that is its name. */
    boolean rename(String newName, FrameShape shape, boolean paused) {
        SenderName wanted = SenderName.of(newName, session.names());
        ListedSender old = listed;
        if (wanted.text().equals(old.name())) {
            return false;
        }
        boolean active = session.senders().active().filter(sender -> sender.name().equals(old.name())).isPresent();
        open(wanted, shape, paused, active);
        end(old);
        return true;
    }

    /** Opens the sender again under its name, since objects of it were lost; where that fails, it can be tried again. */
    void renew(FrameShape shape, boolean paused) {
        ListedSender old = listed;
        boolean active = session.senders().active().map(SenderInfo::name).filter(name -> !name.equals(old.name()))
                .isEmpty();
        end(old);
        open(SenderName.of(old.name(), session.names()), shape, paused, active);
    }

    private void end(ListedSender old) {
        session.lostMemory().run(() -> Closing.quietly(old));
    }

    private void open(SenderName name, FrameShape shape, boolean paused, boolean active) {
        ListedSender next = session.sender(options.as(name, shape, listed.writer().transport(), active));
        if (paused) {
            next.listing().tellPaused(true);
        }
        listed = next;
    }

    @Override
    public void close() {
        session.lostMemory().run(listed::close);
    }
}
