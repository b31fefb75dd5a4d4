package io.github.spout4j.preview;

import io.github.spout4j.SpoutFrame;
import java.util.Arrays;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * Makes pictures of frames on a thread of its own, the newest frame each time, and none before the last one is painted: a window that
 * is slow or hidden skips frames.
 */
final class Renderer implements AutoCloseable {
    private final Runnable rendered;
    private final TripleBuffer<Picture> pictures = new TripleBuffer<>(Picture::new);
    private final Queue<Consumer<? super SpoutFrame>> visitors = new ConcurrentLinkedQueue<>();
    private final Thread thread = Thread.ofPlatform().daemon().name("spout4j preview renderer").unstarted(this::run);
    private final FramePixels pixels = new FramePixels();
    private final Scaling scaling = new Scaling();
    private TripleBuffer<Arrival> frames;
    private volatile View view;
    private volatile boolean closed;
    private View done;
    private AlphaView convertedAlphaView;
    private boolean convertedPremultiplied;
    private boolean converted;

    /** @param rendered run on the renderer's thread when a picture can be painted */
    Renderer(Runnable rendered) {
        this.rendered = rendered;
    }

    void start(TripleBuffer<Arrival> source, View first) {
        frames = source;
        view = first;
        thread.start();
    }

    /** The newest picture; the canvas takes it, and wakes the renderer then. */
    TripleBuffer<Picture> pictures() {
        return pictures;
    }

    void show(View wanted) {
        view = wanted;
        wake();
    }

    /** Looks for something to do. */
    void wake() {
        LockSupport.unpark(thread);
    }

    /** Lends the frame that is shown, on the renderer's thread and as soon as there is one. */
    void visit(Consumer<? super SpoutFrame> visitor) {
        visitors.add(visitor);
        wake();
    }

    @Override
    public void close() {
        closed = true;
        wake();
        Joined.await(thread);
    }

    private void run() {
        while (!closed) {
            View wanted = view;
            if (!pictures.fresh() && (taken(wanted) || wanted != done)) {
                render(wanted);
            } else if (!visitors.isEmpty() && frames.front().frame() != null) {
                visitors.remove().accept(frames.front().frame());
            } else {
                LockSupport.park(this);
            }
        }
    }

    private boolean taken(View wanted) {
        boolean taken = !wanted.frozen() && frames.take();
        converted &= !taken;
        return taken;
    }

    private void render(View wanted) {
        Arrival arrival = frames.front();
        SpoutFrame frame = arrival.frame();
        long arrived = converted ? 0 : arrival.nanos();
        Picture picture = pictures.back();
        picture.size(wanted.width(), wanted.height());
        picture.reading().clear();
        if (frame == null) {
            Arrays.fill(picture.pixels(), wanted.around());
            picture.shows(null, 0);
        } else {
            convert(frame, wanted);
            draw(frame, wanted, picture, arrived);
        }
        done = wanted;
        pictures.publish();
        rendered.run();
    }

    private void convert(SpoutFrame frame, View wanted) {
        if (!converted || wanted.alphaView() != convertedAlphaView
                || wanted.premultiplied() != convertedPremultiplied) {
            pixels.read(frame, wanted.alphaView(), wanted.premultiplied());
            convertedAlphaView = wanted.alphaView();
            convertedPremultiplied = wanted.premultiplied();
            converted = true;
        }
    }

    private void draw(SpoutFrame frame, View wanted, Picture picture, long arrived) {
        Viewport viewport = wanted.zoom().on(wanted.width(), wanted.height(), frame.width(), frame.height());
        scaling.draw(pixels, viewport, wanted.flipped(), picture.pixels(), wanted.around());
        if (wanted.alphaView() == AlphaView.CHECKERBOARD) {
            Checkerboard.behind(picture.pixels(), viewport, wanted.square());
        }
        picture.shows(viewport, arrived);
        int column = viewport.column(wanted.pointerX());
        int row = viewport.row(wanted.pointerY());
        if (column >= 0 && row >= 0) {
            picture.reading().read(frame, column, wanted.flipped() ? frame.height() - 1 - row : row);
        }
    }
}
