package io.frontdesk.parser;

import java.util.concurrent.TimeUnit;

/**
 * Ends this process when the one that started it has gone. A program that waits for requests sees the end of its input, one
 * that is lost in a document sees nothing, and whoever would have killed it is dead.
 */
final class Lifeline {

    private static final int LOOK_EVERY_SECONDS = 2;

    private Lifeline() {}

    /** To be called early: it holds on to whoever is the parent now. */
    static void hold() {
        long parent = parent();
        Thread.ofPlatform().daemon().name("lifeline").start(() -> watch(parent));
    }

    private static void watch(long parent) {
        try {
            while (parent() == parent) {
                TimeUnit.SECONDS.sleep(LOOK_EVERY_SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().halt(1);
    }

    /** An orphan has another parent, or none that it may see. */
    private static long parent() {
        return ProcessHandle.current().parent().map(ProcessHandle::pid).orElse(0L);
    }
}
