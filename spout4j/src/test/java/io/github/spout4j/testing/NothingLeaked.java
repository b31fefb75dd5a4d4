package io.github.spout4j.testing;

import io.github.spout4j.d3d11.ComReference;
import java.time.Duration;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Fails each test after which COM objects are still referred to, and shows where they were made. Of every test, by itself. */
public final class NothingLeaked implements AfterEachCallback {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Set<Throwable> TOLD = Collections.newSetFromMap(new IdentityHashMap<>());

    @Override
    public void afterEach(ExtensionContext context) {
        try {
            Await.until("no COM references", PATIENCE, () -> leaked().isEmpty());
        } catch (AssertionError _) {
            List<Throwable> leaked = leaked();
            TOLD.addAll(leaked);
            AssertionError error = new AssertionError("COM objects were not released: "
                    + leaked.stream().map(Throwable::getMessage).collect(Collectors.joining(", ")));
            leaked.forEach(error::addSuppressed);
            throw error;
        }
    }

    private static List<Throwable> leaked() {
        return ComReference.live().stream().filter(made -> !TOLD.contains(made)).toList();
    }
}
