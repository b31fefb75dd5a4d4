package io.github.spout4j.engine;

import io.github.spout4j.Adapter;
import io.github.spout4j.Alpha;
import io.github.spout4j.Transport;
import io.github.spout4j.d3d11.Texture;
import io.github.spout4j.protocol.SenderName;
import io.github.spout4j.transport.FrameShape;
import java.util.Optional;

/**
 * What a user asked a sender for.
 *
 * @param alpha     what its frames carry
 * @param transport the only one to be used; empty for the best that works
 * @param adapter   where the texture is to be; empty for the usual one
 */
public record SenderOptions(SenderName name, FrameShape shape, Alpha alpha, Optional<Transport> transport,
        Optional<Adapter> adapter,
        Texture.Sharing sharing) {}
