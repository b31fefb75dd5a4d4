package io.github.spout4j.kernel.posix;

import static io.github.spout4j.kernel.posix.MutexWord.ABANDONED;
import static io.github.spout4j.kernel.posix.MutexWord.CONTENDED;
import static io.github.spout4j.kernel.posix.MutexWord.FREE;
import static io.github.spout4j.kernel.posix.ObjectLayout.WORD;

import io.github.spout4j.kernel.NamedMutex;
import io.github.spout4j.kernel.PausePoint;
import io.github.spout4j.kernel.WaitResult;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.VarHandle;
import java.util.Optional;

/** Its word is a {@link MutexWord}; which thread of the owning process owns it is known there only. */
final class PosixMutex extends Handle implements NamedMutex {
    /** How long a contended release is reserved to those who waited. */
    private static final long HAND_OFF = 2_000_000;
    /** How often a waiter looks whether the owner is alive. */
    private static final long OWNER_CHECK = 15_000_000;
    private static final int SPINS = Runtime.getRuntime().availableProcessors() > 1 ? 40 : 0;
    /** Parked waiters look this often (in units of {@link #clock}) or they are gone. */
    private static final int PARKED_LATELY = 3;

    private final MutexOwner owner;
    private final int token;
    private final MemorySegment parkedAt;
    private final MemorySegment turns;

    PosixMutex(ObjectDirectory directory, ObjectDirectory.Attached attached) {
        super(directory, attached);
        owner = attachment.owner;
        token = attachment.token;
        parkedAt = ObjectLayout.word(bytes, ObjectLayout.PARKED_AT);
        turns = ObjectLayout.word(bytes, ObjectLayout.TURNS);
    }

    @Override
    public WaitResult acquire(long timeoutMillis) {
        requireOpen();
        Thread me = Thread.currentThread();
        if (owner.is(me)) {
            owner.again();
            return WaitResult.SIGNALLED;
        }
        if (ObjectLayout.replace(word, FREE, token)) {
            become(me);
            return WaitResult.SIGNALLED;
        }
        return acquireContended(me, timeoutMillis);
    }

    @Override
    public void release() {
        requireOpen();
        if (!owner.is(Thread.currentThread())) {
            throw new IllegalMonitorStateException(
                    "this thread does not own the mutex \"" + attachment.name + "\"");
        }
        if (owner.less() && !ObjectLayout.replace(word, token, FREE)) {
            WORD.setVolatile(word, FREE | CONTENDED);
            PausePoint.MUTEX_RELEASED.pass();
            if (WordWait.wake(word, 1) == 0 && !parkedLately()) {
                boolean _ = ObjectLayout.replace(word, FREE | CONTENDED, FREE);
            }
        }
    }

    @Override
    public Optional<String> owner() {
        int holder = MutexWord.holder(state());
        if (holder == token) {
            return Optional.of("a thread of this program");
        }
        return holder == FREE || holder == ABANDONED
                ? Optional.empty()
                : ProcessToken.pid(attachment.directory, holder).map(pid -> "process " + pid);
    }

    private WaitResult acquireContended(Thread me, long timeoutMillis) {
        long start = System.nanoTime();
        long deadline = Deadline.after(timeoutMillis);
        long handOffEnd = start + HAND_OFF;
        long ownerCheck = timeoutMillis == 0 ? start : start + OWNER_CHECK;
        boolean first = timeoutMillis == 0;
        int spins = first ? 0 : SPINS;
        int waits = 0;
        for (;;) {
            int seen = state();
            int holder = MutexWord.holder(seen);
            if (seen == FREE || holder == ABANDONED || seen == CONTENDED && first) {
                int others = waits > 0 ? CONTENDED : seen & CONTENDED;
                if (ObjectLayout.replace(word, seen, token | others)) {
                    become(me);
                    return holder == ABANDONED ? WaitResult.ABANDONED : WaitResult.SIGNALLED;
                }
                continue;
            }
            if (spins > 0) {
                spins--;
                Thread.onSpinWait();
                continue;
            }
            long now = System.nanoTime();
            if (holder == token) {
                if (owner.takeLost()) {
                    MutexWord.abandon(word, token);
                    continue;
                }
            } else if (holder != FREE && (ownerCheck - now <= 0 || deadline - now <= 0)) {
                ownerCheck = now + OWNER_CHECK;
                if (ProcessToken.dead(attachment.directory, holder)) {
                    boolean _ = ObjectLayout.replace(word, seen, ABANDONED | CONTENDED);
                    continue;
                }
            }
            if (deadline - now <= 0) {
                return WaitResult.TIMED_OUT;
            }
            if (me.isInterrupted()) {
                return WaitResult.INTERRUPTED;
            }
            if ((seen & CONTENDED) == 0 && !ObjectLayout.replace(word, seen, seen | CONTENDED)) {
                continue;
            }
            long left = deadline - now;
            if (holder == FREE) {
                first = handOffEnd - now <= 0;
                left = Math.min(left, Math.max(handOffEnd - now, 1));
            } else {
                first = true;
            }
            if (WordWait.parks()) {
                WORD.setOpaque(parkedAt, clock());
            }
            first |= WordWait.await(word, seen | CONTENDED, left, waits++);
        }
    }

    /** Whoever sees what the new owner writes sees that there is a new owner. */
    private void become(Thread me) {
        PausePoint.MUTEX_ACQUIRED.pass();
        owner.become(me);
        WORD.setOpaque(turns, (int) WORD.getOpaque(turns) + 1);
        VarHandle.storeStoreFence();
    }

    private boolean parkedLately() {
        int age = clock() - (int) WORD.getOpaque(parkedAt);
        return age >= 0 && age <= PARKED_LATELY;
    }

    /** About a ms, the same for all processes. */
    private static int clock() {
        return (int) (System.nanoTime() >> 20);
    }
}
