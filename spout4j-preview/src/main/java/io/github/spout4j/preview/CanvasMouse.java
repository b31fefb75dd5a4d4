package io.github.spout4j.preview;

import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.awt.event.MouseWheelEvent;
import java.util.function.Function;
import javax.swing.SwingUtilities;

/** The mouse on the canvas: the wheel zooms, dragging moves the picture, and the pixel below the pointer is read. */
final class CanvasMouse extends MouseAdapter {
    private static final double MIDDLE_OF_PIXEL = 0.5;

    private final PictureCanvas canvas;
    private final CurrentView view;
    private final Runnable doubleClicked;
    private int x;
    private int y;

    CanvasMouse(PictureCanvas canvas, CurrentView view, Runnable doubleClicked) {
        this.canvas = canvas;
        this.view = view;
        this.doubleClicked = doubleClicked;
    }

    void listen() {
        canvas.addMouseListener(this);
        canvas.addMouseMotionListener(this);
        canvas.addMouseWheelListener(this);
    }

    @Override
    public void mouseMoved(MouseEvent e) {
        x = device(e.getX());
        y = device(e.getY());
        view.change(now -> now.pointer(x, y));
    }

    @Override
    public void mouseEntered(MouseEvent e) {
        mouseMoved(e);
    }

    @Override
    public void mouseExited(MouseEvent e) {
        view.change(now -> now.pointer(-1, -1));
    }

    @Override
    public void mousePressed(MouseEvent e) {
        mouseMoved(e);
        canvas.requestFocusInWindow();
    }

    @Override
    public void mouseClicked(MouseEvent e) {
        if (e.getClickCount() == 2 && SwingUtilities.isLeftMouseButton(e)) {
            doubleClicked.run();
        }
    }

    @Override
    public void mouseDragged(MouseEvent e) {
        int right = device(e.getX()) - x;
        int down = device(e.getY()) - y;
        mouseMoved(e);
        if (view.get().zoom() != Zoom.FIT) {
            zoom(viewport -> viewport.moved(right, down));
        }
    }

    @Override
    public void mouseWheelMoved(MouseWheelEvent e) {
        mouseMoved(e);
        zoom(viewport -> viewport.zoomed(-e.getWheelRotation(), x + MIDDLE_OF_PIXEL, y + MIDDLE_OF_PIXEL));
    }

    private void zoom(Function<Viewport, Zoom> change) {
        canvas.viewport(view.get()).ifPresent(viewport -> view.change(now -> now.zoom(change.apply(viewport))));
    }

    /** A place of Swing's in device pixels. */
    private int device(int place) {
        return (int) Math.floor(place * canvas.scale());
    }
}
