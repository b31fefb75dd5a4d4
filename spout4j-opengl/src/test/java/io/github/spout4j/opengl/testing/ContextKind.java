package io.github.spout4j.opengl.testing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Optional;
import java.util.function.Supplier;

/** The contexts that tests run with. */
public enum ContextKind {
    EGL_CORE(EglContext::missing, () -> new EglContext(EglContext.Kind.CORE)),
    EGL_COMPATIBILITY(EglContext::missing, () -> new EglContext(EglContext.Kind.COMPATIBILITY)),
    EGL_ES_3(EglContext::missing, () -> new EglContext(EglContext.Kind.ES_3)),
    WINDOW_CORE(GlfwContext::missing, () -> new GlfwContext(true)),
    WINDOW_COMPATIBILITY(GlfwContext::missing, () -> new GlfwContext(false));

    private final Supplier<Optional<String>> missing;
    private final Supplier<TestContext> opener;

    ContextKind(Supplier<Optional<String>> missing, Supplier<TestContext> opener) {
        this.missing = missing;
        this.opener = opener;
    }

    /** A new one, current on this thread; where there is none the test is skipped. */
    public TestContext open() {
        Optional<String> reason = missing.get();
        assumeTrue(reason.isEmpty(), () -> reason.orElseThrow());
        TestContext context = opener.get();
        context.makeCurrent();
        return context;
    }

    /** The first kind that there is here, current on this thread. */
    public static TestContext openAny() {
        return (EGL_CORE.missing.get().isEmpty() ? EGL_CORE : WINDOW_CORE).open();
    }

    /** Whether it is of OpenGL ES. */
    public boolean isEs() {
        return this == EGL_ES_3;
    }
}
