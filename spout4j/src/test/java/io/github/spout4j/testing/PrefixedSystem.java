package io.github.spout4j.testing;

import io.github.spout4j.kernel.KernelObjects;
import io.github.spout4j.kernel.KernelSystem;
import io.github.spout4j.kernel.NameEncoding;
import io.github.spout4j.kernel.NamedEvent;
import io.github.spout4j.kernel.NamedManualEvent;
import io.github.spout4j.kernel.NamedMemory;
import io.github.spout4j.kernel.NamedMutex;
import io.github.spout4j.kernel.NamedSemaphore;
import io.github.spout4j.kernel.Settings;

import java.util.Map;
import java.util.Optional;

/**
 * A system whose objects all have a prefix, and which has settings of its own, so that a test may fill the directory without
 * touching the one that all programs share. The same prefix gives the same objects in every process.
 */
public final class PrefixedSystem implements KernelSystem {
    private final KernelSystem system;
    private final String prefix;
    private final Settings settings;

    public PrefixedSystem(KernelSystem system, String prefix, Map<String, Integer> settings) {
        this.system = system;
        this.prefix = prefix;
        this.settings = new MapSettings(settings);
    }

    @Override
    public String description() {
        return system.description() + ", names after " + prefix;
    }

    @Override
    public KernelObjects objects() {
        return new PrefixedObjects(system.objects());
    }

    @Override
    public NameEncoding names() {
        return system.names();
    }

    @Override
    public Settings settings() {
        return settings;
    }

    private final class PrefixedObjects implements KernelObjects {
        private final KernelObjects objects;

        PrefixedObjects(KernelObjects objects) {
            this.objects = objects;
        }

        @Override
        public void nap(long nanos) {
            objects.nap(nanos);
        }

        @Override
        public NamedMemory createMemory(String name, long size) {
            return objects.createMemory(prefix + name, size);
        }

        @Override
        public Optional<NamedMemory> openMemory(String name) {
            return objects.openMemory(prefix + name);
        }

        @Override
        public boolean memoryExists(String name) {
            return objects.memoryExists(prefix + name);
        }

        @Override
        public NamedMutex createMutex(String name) {
            return objects.createMutex(prefix + name);
        }

        @Override
        public Optional<NamedMutex> openMutex(String name) {
            return objects.openMutex(prefix + name);
        }

        @Override
        public NamedSemaphore createSemaphore(String name, int initialCount, int maximumCount) {
            return objects.createSemaphore(prefix + name, initialCount, maximumCount);
        }

        @Override
        public Optional<NamedSemaphore> openSemaphore(String name) {
            return objects.openSemaphore(prefix + name);
        }

        @Override
        public NamedEvent createEvent(String name) {
            return objects.createEvent(prefix + name);
        }

        @Override
        public Optional<NamedEvent> openEvent(String name) {
            return objects.openEvent(prefix + name);
        }

        @Override
        public Optional<NamedManualEvent> createManualEvent(String name) {
            return objects.createManualEvent(prefix + name);
        }

        @Override
        public Optional<NamedManualEvent> openManualEvent(String name) {
            return objects.openManualEvent(prefix + name);
        }
    }
}
