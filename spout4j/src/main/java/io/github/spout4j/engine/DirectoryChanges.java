package io.github.spout4j.engine;

import io.github.spout4j.SenderDirectory;
import io.github.spout4j.SenderInfo;
import io.github.spout4j.SenderListener;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** Tells one listener what is different since the last look. */
public final class DirectoryChanges implements Runnable {
    private static final System.Logger LOG = System.getLogger(DirectoryChanges.class.getName());

    private final SenderDirectory directory;
    private final SenderListener listener;
    private Map<String, SenderInfo> before = Map.of();
    private String activeBefore = "";
    private boolean ended;

    private DirectoryChanges(SenderDirectory directory, SenderListener listener) {
        this.directory = directory;
        this.listener = listener;
    }

    /** Tells a listener until the subscription is closed. */
    public static SenderDirectory.Subscription tell(SenderListener listener, SenderDirectory directory, Watch watch) {
        DirectoryChanges changes = new DirectoryChanges(directory, Objects.requireNonNull(listener, "listener"));
        watch.add(changes);
        return () -> {
            watch.remove(changes);
            changes.end();
        };
    }

    /** Looks, and tells. */
    @Override
    public synchronized void run() {
        if (ended) {
            return;
        }
        Map<String, SenderInfo> now = new LinkedHashMap<>();
        directory.list().forEach(sender -> now.put(sender.name(), sender));
        Map<String, SenderInfo> old = before;
        before = now;
        old.keySet().stream().filter(name -> !now.containsKey(name))
                .forEach(name -> tell(() -> listener.removed(name)));
        now.forEach((name, sender) -> {
            SenderInfo known = old.get(name);
            if (known == null) {
                tell(() -> listener.added(sender));
            } else if (!same(known, sender)) {
                tell(() -> listener.changed(sender));
            }
        });
        String active = now.values().stream().filter(SenderInfo::active).map(SenderInfo::name).findFirst().orElse("");
        if (!active.equals(activeBefore)) {
            activeBefore = active;
            tell(() -> listener.activated(active));
        }
    }

    /** Where a call fails or ends this, the others are not lost, or are not made. */
    private void tell(Runnable call) {
        if (ended) {
            return;
        }
        try {
            call.run();
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.WARNING, "a listener of senders failed", e);
        }
    }

    /** No call begins after this returns, unless it is made from within one. */
    private synchronized void end() {
        ended = true;
    }

    private static boolean same(SenderInfo a, SenderInfo b) {
        return a.width() == b.width() && a.height() == b.height() && a.dxgiFormat() == b.dxgiFormat()
                && a.transport() == b.transport() && a.shareHandle() == b.shareHandle()
                && a.paused() == b.paused();
    }
}
