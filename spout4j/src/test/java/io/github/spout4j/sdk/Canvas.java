package io.github.spout4j.sdk;

import io.github.spout4j.kernel.NamedMutex;

/** Where a sender's pixels land, with a few places in which frames are painted before. */
interface Canvas extends AutoCloseable {
    /** Places for frames that have not landed; used in turn. */
    int SLOTS = 4;

    /** Makes canvases of whichever size. */
    interface Maker {
        Canvas make(int width, int height);
    }

    int width();

    int height();

    /** Low half of the texture's handle; 0 without a texture. */
    int shareHandle();

    /** The DXGI_FORMAT that the info tells. */
    int format();

    /** The info's partner id. */
    int partnerId();

    /** What a sender holds while it writes. */
    NamedMutex lock();

    void paint(int slot, int number, Change change);

    /** Brings rows of a painted frame to where receivers look; they are there when this returns. */
    void land(int slot, int fromRow, int toRow);

    @Override
    void close();
}
