package io.frontdesk.bench.overload;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/** How many were served in each second since the first of them. */
final class ServedSeconds {
    private static final double AS_BEFORE = 0.95;
    private static final int A_LINE = 10;

    private final List<AtomicLong> served;
    private long beganAt;

    ServedSeconds(int seconds) {
        this.served = Stream.generate(AtomicLong::new).limit(seconds).toList();
    }

    /** One more, now. Called by one thread. */
    void note() {
        long now = System.nanoTime();
        if (beganAt == 0) {
            beganAt = now;
        }
        note(TimeUnit.NANOSECONDS.toSeconds(now - beganAt));
    }

    void note(long second) {
        if (second < served.size()) {
            served.get((int) second).incrementAndGet();
        }
    }

    List<Long> served() {
        return served.stream().map(AtomicLong::get).toList();
    }

    /** How many seconds after this one the first two came in which nearly as many were served as asked; empty where none did. */
    Optional<Integer> back(int second, double asked) {
        for (int at = second; at + 1 < served.size(); at++) {
            if (isAsBefore(at, asked) && isAsBefore(at + 1, asked)) {
                return Optional.of(at - second);
            }
        }
        return Optional.empty();
    }

    private boolean isAsBefore(int second, double asked) {
        return served.get(second).get() >= asked * AS_BEFORE;
    }

    @Override
    public String toString() {
        List<String> lines = new ArrayList<>();
        for (int from = 0; from < served.size(); from += A_LINE) {
            int to = Math.min(served.size(), from + A_LINE);
            lines.add("served/s from second %d: %s".formatted(from, served().subList(from, to)));
        }
        return String.join("\n", lines);
    }
}
