package io.frontdesk.gateway.admission;

import io.frontdesk.gateway.admission.AdmissionStore.Count;
import io.frontdesk.gateway.admission.AdmissionStore.Reply;
import io.frontdesk.gateway.admission.Decision.State;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * One request's hold on this gateway's share of its windows, from before Redis is asked until it is decided: so that all that are
 * under way when Redis goes away stay within the share together.
 */
final class Stake {
    /** Redis may be back at any moment: nobody is sent away for longer than this while it is gone. */
    private static final long LONGEST_WAIT = 5_000;

    private final List<Limit> limits;
    private final List<KnownWindow> windows;
    private final List<Told> told;
    private final Memory memory;
    private final int gateways;
    private final boolean withinShare;

    private Stake(List<Limit> limits, Memory memory, int gateways) {
        this.limits = limits;
        this.windows = limits.stream().map(memory::of).toList();
        this.memory = memory;
        this.gateways = gateways;
        long now = memory.now();
        this.withinShare = reserve(now);
        this.told = IntStream.range(0, limits.size())
                .mapToObj(i -> new Told(
                        limits.get(i), windows.get(i).seen(now), windows.get(i).takeOwed(now)))
                .toList();
    }

    static Stake in(List<Limit> limits, Memory memory, int gateways) {
        return new Stake(limits, memory, gateways);
    }

    private boolean reserve(long now) {
        for (int i = 0; i < windows.size(); i++) {
            if (!windows.get(i).reserve(limits.get(i), gateways, now)) {
                windows.subList(0, i).forEach(KnownWindow::release);
                return false;
            }
        }
        return true;
    }

    List<Told> told() {
        return told;
    }

    boolean withinShare() {
        return withinShare;
    }

    /** Redis has decided. */
    Decision settle(Reply reply) {
        release();
        boolean admitted = reply.admitted() > 0;
        List<State> states = new ArrayList<>();
        long now = memory.now();
        for (int i = 0; i < windows.size(); i++) {
            Count count = reply.counts().get(i);
            if (reply.complete()) {
                windows.get(i).saw(count.requests(), reply.at(), now);
            } else if (admitted) {
                windows.get(i).letIn(true, now);
            }
            long left = Math.max(0, limits.get(i).most() - count.requests());
            states.add(reply.complete() ? state(i, left, count) : shared(i, admitted, now));
        }
        return new Decision(admitted, !reply.complete(), states);
    }

    private State state(int i, long left, Count count) {
        return new State(limits.get(i), left, count.reset(), count.refusedFor());
    }

    /** Redis has not: this gateway's share decides. */
    Decision alone() {
        giveBack();
        release();
        long now = memory.now();
        if (withinShare) {
            windows.forEach(window -> window.letIn(false, now));
        }
        List<State> states = IntStream.range(0, windows.size())
                .mapToObj(i -> shared(i, withinShare, now))
                .toList();
        return new Decision(withinShare, true, states);
    }

    /** Nobody waits for it any longer. Redis may have decided or not: what it was to be told, it is told once more. */
    void forfeit() {
        giveBack();
        release();
    }

    private State shared(int i, boolean admitted, long now) {
        Limit limit = limits.get(i);
        long left = windows.get(i).left(limit, gateways, now);
        long patience = Math.min(LONGEST_WAIT, limit.window().toMillis());
        return new State(limit, left, patience, admitted || left > 0 ? 0 : patience);
    }

    private void release() {
        if (withinShare) {
            windows.forEach(KnownWindow::release);
        }
    }

    private void giveBack() {
        for (int i = 0; i < windows.size(); i++) {
            windows.get(i).giveBack(told.get(i).owed());
        }
    }
}
