package io.github.spout4j.preview;

import io.github.spout4j.SenderInfo;
import io.github.spout4j.Spout;
import io.github.spout4j.SpoutException;
import java.awt.event.ActionEvent;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javax.swing.AbstractAction;
import javax.swing.JComponent;
import javax.swing.SwingUtilities;

/** Does what the keys say. */
final class Commands {
    private final Spout spout;
    private final FrameFeed feed;
    private final Renderer renderer;
    private final PictureCanvas canvas;
    private final CurrentView view;
    private final SenderList senders;
    private final FullScreen fullScreen;

    Commands(Spout spout, FrameFeed feed, Renderer renderer, PictureCanvas canvas, CurrentView view,
            SenderList senders, FullScreen fullScreen) {
        this.spout = spout;
        this.feed = feed;
        this.renderer = renderer;
        this.canvas = canvas;
        this.view = view;
        this.senders = senders;
        this.fullScreen = fullScreen;
    }

    /** Binds the keys of a whole window. */
    void bind(JComponent root) {
        for (Command command : Command.values()) {
            command.strokes().forEach(stroke -> root.getInputMap(JComponent.WHEN_IN_FOCUSED_WINDOW).put(stroke,
                    command));
            root.getActionMap().put(command, new AbstractAction() {
                private static final long serialVersionUID = 1L;

                @Override
                public void actionPerformed(ActionEvent e) {
                    run(command);
                }
            });
        }
    }

    void run(Command command) {
        switch (command) {
            case FIT -> view.change(now -> now.zoom(Zoom.FIT));
            case ONE_TO_ONE -> zoom(Viewport::oneToOne);
            case LARGER -> zoom(viewport -> viewport.zoomed(1));
            case SMALLER -> zoom(viewport -> viewport.zoomed(-1));
            case ALPHA_VIEW -> view.change(View::nextAlphaView);
            case PREMULTIPLIED -> view.change(View::otherPremultiplied);
            case FLIP -> view.change(View::otherFlip);
            case FREEZE -> view.change(View::otherFreeze);
            case SAVE -> save();
            case PREVIOUS -> senders.go(-1);
            case NEXT -> senders.go(1);
            case ACTIVATE -> shown().ifPresent(this::activate);
            case FULL_SCREEN -> fullScreen.set(!fullScreen.on());
            case LEAVE -> leave();
            case HELP -> canvas.toggle(Command.help());
        }
    }

    private void zoom(Function<Viewport, Zoom> change) {
        canvas.viewport(view.get()).ifPresent(viewport -> view.change(now -> now.zoom(change.apply(viewport))));
    }

    private void leave() {
        canvas.tell(Notice.NONE);
        fullScreen.set(false);
    }

    private Optional<String> shown() {
        return feed.reception().sender().map(SenderInfo::name).or(feed.reception()::wanted);
    }

    /** On a thread of its own, as another program may hold it up. */
    private void activate(String name) {
        Thread.ofVirtual().start(() -> {
            try {
                if (!spout.senders().setActive(name)) {
                    tell(name + " is there no more");
                }
            } catch (SpoutException e) {
                tell(e.getMessage());
            }
        });
    }

    private void save() {
        if (canvas.viewport(view.get()).isEmpty()) {
            tell("There is no picture to save");
            return;
        }
        String name = shown().orElse("");
        boolean premultiplied = view.get().premultiplied();
        renderer.visit(frame -> {
            BufferedImage image = Snapshot.of(frame, premultiplied);
            Thread.ofVirtual().start(() -> save(image, name));
        });
    }

    private void save(BufferedImage image, String name) {
        Path folder = Path.of("").toAbsolutePath();
        try {
            tell("Saved as " + SavedFile.write(image, folder, name));
        } catch (IOException e) {
            tell("Cannot be saved in " + folder + ": " + reason(e));
        }
    }

    private static String reason(IOException e) {
        return switch (e) {
            case AccessDeniedException _ -> "this user may not write there";
            case FileSystemException refused when refused.getReason() != null -> refused.getReason();
            default -> e.getMessage();
        };
    }

    private void tell(String line) {
        SwingUtilities.invokeLater(() -> canvas.tell(new Notice(List.of(line))));
    }
}
