package io.github.spout4j.kernel.posix;

import static io.github.spout4j.kernel.posix.ObjectLayout.WORD;

import io.github.spout4j.SpoutException;
import io.github.spout4j.kernel.KernelObject;
import java.lang.foreign.MemorySegment;
import java.lang.ref.Cleaner;

/** What the handles of all kinds have in common. */
abstract class Handle implements KernelObject {
    private static final Cleaner CLEANER = Cleaner.create();

    private final boolean created;
    private final Hold hold;
    private final Cleaner.Cleanable cleanable;
    final Attachment attachment;
    final MemorySegment bytes;
    final MemorySegment word;

    Handle(ObjectDirectory directory, ObjectDirectory.Attached attached) {
        created = attached.created();
        attachment = attached.attachment();
        hold = new Hold(directory, attachment);
        bytes = hold.bytes();
        word = ObjectLayout.word(bytes, ObjectLayout.STATE);
        cleanable = CLEANER.register(this, hold);
    }

    @Override
    public final String name() {
        return attachment.name;
    }

    @Override
    public final boolean created() {
        return created;
    }

    @Override
    public final void close() {
        try {
            hold.close();
        } finally {
            cleanable.clean();
        }
    }

    @Override
    public final boolean lost() {
        return attachment.lost;
    }

    final void requireOpen() {
        if (attachment.lost) {
            throw new SpoutException("another program has removed or cut the file of \"" + attachment.name
                    + "\", " + attachment.kind.text
                    + "; send or receive again, or close what uses it and open it anew");
        }
        hold.requireOpen();
    }

    final int state() {
        requireOpen();
        return (int) WORD.getVolatile(word);
    }
}
