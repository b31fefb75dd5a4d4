package io.github.spout4j.kernel.posix;

import static io.github.spout4j.kernel.posix.ObjectLayout.WORD;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.VarHandle;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Description;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/**
 * A look at what a mutex guards, without it: nobody owned it, and nobody acquired it meanwhile. The steps are those of
 * {@link PosixMutex} and {@link PosixGlance#copyUnowned}, on their words; the files around them are left out.
 */
public final class TurnsOrder {
    private static final int OWNER = ProcessToken.SMALLEST;
    private static final int TWO_INTS = 8;

    private TurnsOrder() {}

    /** A mutex, and two numbers that it guards. */
    @JCStressTest
    @Description("a look without the mutex sees all of a change, none of it, or that there is one")
    @Outcome(id = "-1, -1", expect = Expect.ACCEPTABLE, desc = "told that somebody was writing")
    @Outcome(id = "0, 0", expect = Expect.ACCEPTABLE, desc = "before")
    @Outcome(id = "1, 1", expect = Expect.ACCEPTABLE, desc = "after")
    @Outcome(expect = Expect.FORBIDDEN, desc = "half a change")
    @State
    public static class LookUnowned {
        private final MemorySegment mutex = MemorySegment
                .ofArray(new long[(int) (ObjectLayout.TURNS / Long.BYTES) + 1]);
        private final MemorySegment word = ObjectLayout.word(mutex, ObjectLayout.STATE);
        private final MemorySegment turns = ObjectLayout.word(mutex, ObjectLayout.TURNS);
        private final MemorySegment guarded = MemorySegment.ofArray(new long[1]);

        @Actor
        public void change() {
            if (WORD.compareAndSet(word, MutexWord.FREE, OWNER)) {
                WORD.setOpaque(turns, (int) WORD.getOpaque(turns) + 1);
                VarHandle.storeStoreFence();
                guarded.set(ValueLayout.JAVA_INT, 0, 1);
                guarded.set(ValueLayout.JAVA_INT, Integer.BYTES, 1);
                boolean _ = WORD.compareAndSet(word, OWNER, MutexWord.FREE);
            }
        }

        @Actor
        public void look(II_Result seen) {
            seen.r1 = -1;
            seen.r2 = -1;
            int before = (int) WORD.getVolatile(turns);
            if ((int) WORD.getVolatile(word) != MutexWord.FREE) {
                return;
            }
            MemorySegment into = MemorySegment.ofArray(new long[1]);
            MemorySegment.copy(guarded, 0, into, 0, TWO_INTS);
            VarHandle.acquireFence();
            if ((int) WORD.getVolatile(word) == MutexWord.FREE && (int) WORD.getVolatile(turns) == before) {
                seen.r1 = into.get(ValueLayout.JAVA_INT, 0);
                seen.r2 = into.get(ValueLayout.JAVA_INT, Integer.BYTES);
            }
        }
    }
}
