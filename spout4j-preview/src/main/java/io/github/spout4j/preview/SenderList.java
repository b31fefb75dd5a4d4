package io.github.spout4j.preview;

import io.github.spout4j.SenderDirectory;
import io.github.spout4j.SenderInfo;
import io.github.spout4j.SenderListener;
import java.awt.Dimension;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import javax.swing.BorderFactory;
import javax.swing.DefaultListModel;
import javax.swing.JList;
import javax.swing.JScrollPane;
import javax.swing.ListSelectionModel;
import javax.swing.SwingUtilities;

/** The senders that there are, to choose from; the first entry follows the active one. */
final class SenderList implements SenderListener {
    private static final Dimension SIZE = new Dimension(210, 100);

    private final TreeMap<String, SenderInfo> senders = new TreeMap<>(String.CASE_INSENSITIVE_ORDER
            .thenComparing(String::compareTo));
    private final DefaultListModel<SenderEntry> model = new DefaultListModel<>();
    private final JList<SenderEntry> list = new JList<>(model) {
        private static final long serialVersionUID = 1L;

        /** So that a long name ends in dots, and its mark stays in sight. */
        @Override
        public boolean getScrollableTracksViewportWidth() {
            return true;
        }
    };
    private final JScrollPane pane = new JScrollPane(list);
    private final Consumer<Optional<String>> chosen;
    private Optional<String> wanted;
    private Optional<String> active = Optional.empty();

    /** @param chosen called with the sender that the user wants; empty for the active one */
    SenderList(Optional<String> wanted, Consumer<Optional<String>> chosen) {
        this.wanted = wanted;
        this.chosen = chosen;
        list.setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
        list.setCellRenderer(new SenderCell());
        list.setFocusable(false);
        list.addMouseListener(new MouseAdapter() {
            @Override
            public void mouseReleased(MouseEvent e) {
                int index = list.locationToIndex(e.getPoint());
                if (index >= 0 && list.getCellBounds(index, index).contains(e.getPoint())) {
                    choose(model.get(index).name());
                } else {
                    show();
                }
            }
        });
        pane.setHorizontalScrollBarPolicy(JScrollPane.HORIZONTAL_SCROLLBAR_NEVER);
        pane.setPreferredSize(SIZE);
        pane.setBorder(BorderFactory.createEmptyBorder());
        show();
    }

    JScrollPane pane() {
        return pane;
    }

    /** Hears of changes until what it returns is closed. */
    SenderDirectory.Subscription listen(SenderDirectory directory) {
        return directory.listen(this);
    }

    /** Goes to the next entry, or back to the one before where {@code step} is -1; round the ends. */
    void go(int step) {
        int index = list.getSelectedIndex();
        int next = index < 0 && step < 0 ? model.size() - 1 : Math.floorMod(index + step, model.size());
        choose(model.get(next).name());
    }

    private void choose(Optional<String> name) {
        wanted = name;
        show();
        chosen.accept(name);
    }

    @Override
    public void added(SenderInfo sender) {
        changed(sender);
    }

    @Override
    public void changed(SenderInfo sender) {
        SwingUtilities.invokeLater(() -> {
            senders.put(sender.name(), sender);
            show();
        });
    }

    @Override
    public void removed(String name) {
        SwingUtilities.invokeLater(() -> {
            senders.remove(name);
            show();
        });
    }

    @Override
    public void activated(String name) {
        SwingUtilities.invokeLater(() -> {
            active = name.isEmpty() ? Optional.empty() : Optional.of(name);
            show();
        });
    }

    private void show() {
        List<SenderEntry> entries = new ArrayList<>();
        entries.add(new SenderEntry(Optional.empty(), false));
        senders.values().forEach(
                sender -> entries
                        .add(new SenderEntry(Optional.of(sender), active.filter(sender.name()::equals).isPresent())));
        model.clear();
        model.addAll(entries);
        int index = 0;
        while (index < entries.size() && !entries.get(index).name().equals(wanted)) {
            index++;
        }
        if (index < entries.size()) {
            list.setSelectedIndex(index);
            list.ensureIndexIsVisible(index);
        } else {
            list.clearSelection();
        }
    }
}
