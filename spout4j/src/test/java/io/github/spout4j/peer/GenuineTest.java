package io.github.spout4j.peer;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Tests against genuine Spout code: they run on Windows where the system property {@code spout.peer.dll} names Spout.dll, and
 * are skipped elsewhere. Where the environment has CI=true they fail rather than being skipped on Windows.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@EnabledOnOs(value = OS.WINDOWS, disabledReason = "genuine Spout code is Windows code")
@ExtendWith(GenuineDllPresent.class)
@interface GenuineTest {
}
