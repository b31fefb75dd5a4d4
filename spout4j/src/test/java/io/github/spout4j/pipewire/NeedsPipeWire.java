package io.github.spout4j.pipewire;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Tests with a {@link PrivatePipeWire}: skipped where that cannot run. Where the environment has CI=true they fail on Linux
 * rather than being skipped.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(PipeWirePresent.class)
public @interface NeedsPipeWire {
}
