package io.github.spout4j.testing;

import io.github.spout4j.kernel.NameEncoding;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.Optional;

/** Names in any charset. */
public record CharsetNames(Charset charset) implements NameEncoding {
    @Override
    public String description() {
        return charset.displayName();
    }

    @Override
    public Optional<byte[]> encode(String name) {
        try {
            ByteBuffer bytes = charset.newEncoder().encode(CharBuffer.wrap(name));
            return Optional.of(Arrays.copyOf(bytes.array(), bytes.limit()));
        } catch (CharacterCodingException _) {
            return Optional.empty();
        }
    }

    @Override
    public String decode(byte[] name) {
        return new String(name, charset);
    }
}
