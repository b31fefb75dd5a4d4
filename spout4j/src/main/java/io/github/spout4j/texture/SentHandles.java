package io.github.spout4j.texture;

import io.github.spout4j.Adapter;
import io.github.spout4j.d3d11.Texture;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Users' textures that are sent by their share handles, kept open: a program sends the same few again and again. What is open here lives,
 * and so its handle is no other texture's. One thread at a time; nothing is made for a handle that is known.
 */
final class SentHandles implements AutoCloseable {
    /** As many as a program may render to in turn. */
    private static final int MOST = 4;
    /** After which one that was not sent is let go, with its memory, when another one is sent. */
    private static final long UNUSED_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final TextureSystem system;
    private final String sender;
    private final Opened[] opened = new Opened[MOST];

    private static final class Opened {
        final long handle;
        final Texture texture;
        long sentAt;

        Opened(long handle, Texture texture) {
            this.handle = handle;
            this.texture = texture;
        }
    }

    /** @param sender for people */
    SentHandles(TextureSystem system, String sender) {
        this.system = system;
        this.sender = sender;
    }

    /**
     * The texture of a handle, open until it was not asked for for a while.
     *
     * @param likely the adapter to try first
     * @throws UnopenedTextureException where none opens it
     */
    Texture open(long handle, Adapter likely) {
        long now = System.nanoTime();
        int place = place(handle, now);
        Opened known = opened[place];
        if (known == null || known.handle != handle) {
            forget(place);
            known = new Opened(handle, system.open("the sender \"" + sender + "\"", handle, Optional.of(likely),
                    (_, texture) -> texture));
            opened[place] = known;
        }
        known.sentAt = now;
        return known.texture;
    }

    /** Where the handle is, or else is to be: a free place, or that of the one that was not sent for longest. */
    private int place(long handle, long now) {
        int place = 0;
        for (int i = 0; i < MOST; i++) {
            Opened each = opened[i];
            if (each != null && (each.texture.device().isLost()
                    || each.handle != handle && now - each.sentAt > UNUSED_NANOS)) {
                forget(i);
            } else if (each != null && each.handle == handle) {
                return i;
            }
            if (isBetter(opened[i], opened[place])) {
                place = i;
            }
        }
        return place;
    }

    private static boolean isBetter(Opened one, Opened other) {
        return other != null && (one == null || one.sentAt - other.sentAt < 0);
    }

    private void forget(int place) {
        Opened old = opened[place];
        if (old != null) {
            opened[place] = null;
            old.texture.close();
            system.giveBack(old.texture.device());
        }
    }

    @Override
    public void close() {
        for (int i = 0; i < MOST; i++) {
            forget(i);
        }
    }
}
