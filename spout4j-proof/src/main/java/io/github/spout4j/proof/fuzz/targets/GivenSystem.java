package io.github.spout4j.proof.fuzz.targets;

import io.github.spout4j.kernel.KernelSystem;
import io.github.spout4j.kernel.NameEncoding;
import io.github.spout4j.kernel.Settings;
import io.github.spout4j.kernel.Utf8Names;
import java.util.OptionalInt;

/**
 * A system with given objects, names in UTF-8, and one number as every setting.
 *
 * @param setting of 32 bits
 */
record GivenSystem(GivenObjects objects, int setting) implements KernelSystem {
    @Override
    public String description() {
        return "given";
    }

    @Override
    public Settings settings() {
        return new GivenSettings(setting);
    }

    @Override
    public NameEncoding names() {
        return new Utf8Names();
    }

    private record GivenSettings(int value) implements Settings {
        @Override
        public String location() {
            return "given";
        }

        @Override
        public OptionalInt get(String name) {
            return OptionalInt.of(value);
        }

        @Override
        public void set(String name, int changed) {
            throw new UnsupportedOperationException(name);
        }

        @Override
        public void remove(String name) {
            throw new UnsupportedOperationException(name);
        }
    }
}
