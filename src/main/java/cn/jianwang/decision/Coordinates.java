package cn.jianwang.decision;

import cn.jianwang.event.GridEvent;

/**
 * Plausibility of coordinates against the box around the city (about 28.2–29.6° N, 118.0–119.4° E, with a margin); only
 * flags are made of it, never a county.
 */
final class Coordinates {

    private static final double SOUTH = 28.1;
    private static final double NORTH = 29.6;
    private static final double WEST = 117.9;
    private static final double EAST = 119.5;

    private Coordinates() {
    }

    static boolean swapped(GridEvent event) {
        return given(event) && inside(event.lat(), event.lon());
    }

    static boolean outside(GridEvent event) {
        return given(event) && !inside(event.lon(), event.lat());
    }

    private static boolean given(GridEvent event) {
        return event.lon() != null && event.lat() != null;
    }

    private static boolean inside(double lon, double lat) {
        return lon >= WEST && lon <= EAST && lat >= SOUTH && lat <= NORTH;
    }
}
