package io.github.spout4j.kernel;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

public final class Utf8Names implements NameEncoding {
    @Override
    public String description() {
        return "UTF-8";
    }

    @Override
    public Optional<byte[]> encode(String name) {
        if (name.indexOf('\0') >= 0) {
            return Optional.empty();
        }
        try {
            ByteBuffer encoded = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(name));
            byte[] bytes = new byte[encoded.remaining()];
            encoded.get(bytes);
            return Optional.of(bytes);
        } catch (CharacterCodingException _) {
            return Optional.empty();
        }
    }

    @Override
    public String decode(byte[] name) {
        return new String(name, StandardCharsets.UTF_8);
    }
}
