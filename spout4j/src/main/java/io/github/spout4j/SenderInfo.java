package io.github.spout4j;

import java.util.Optional;

/**
 * What a sender publishes about itself; any of it may be wrong, since another program wrote it. On the
 * wire: docs/protocol.md, Sender info.
 *
 * @param name        the sender's name
 * @param width       pixels
 * @param height      pixels
 * @param dxgiFormat  the DXGI_FORMAT (or D3DFORMAT 21, 22) number as published
 * @param transport   how its pixels go
 * @param shareHandle the shared texture's handle, sign-extended to 64 bits; 0 with memory share
 * @param host        the path of the program that sends; empty where it does not say
 * @param frame       how many frames the sender has counted; 0 where it does not count
 * @param active      whether it is the active sender
 * @param partnerId   the CPU (bit 31) and GL/DX (bit 30) sharing bits
 * @param paused      whether it says that it is paused, as senders of spout4j do; no other can
 */
public record SenderInfo(String name, int width, int height, int dxgiFormat, Transport transport, long shareHandle,
        String host, long frame, boolean active, int partnerId, boolean paused) {

    /** {@return the format; empty where spout4j cannot read such pixels} */
    public Optional<PixelFormat> format() {
        return PixelFormat.ofDxgiFormat(dxgiFormat);
    }
}
