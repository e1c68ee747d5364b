package io.frontdesk.ingestion.chunk;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Packs the atoms of one section into texts within the budget. A list or table that fits is kept whole; one that goes on in
 * the next text has its header row there too; where running text is cut, the next text begins with the last sentence or two.
 */
final class Packer {
    /** A packed text and the page on which it begins. */
    record Packed(String text, @Nullable Integer page) {}

    private static final int OVERLAP_SENTENCES = 2;

    private final int budget;
    private final int overlap;
    private final Map<Integer, Integer> groups;
    private final List<Packed> packed = new ArrayList<>();
    private final List<Atom> open = new ArrayList<>();
    private int size;
    private int fresh;

    private Packer(int budget, int overlap, Map<Integer, Integer> groups) {
        this.budget = budget;
        this.overlap = overlap;
        this.groups = groups;
    }

    /**
     * Packs a section.
     *
     * @param budget of each text; an atom is not larger than that with its header
     * @param overlap how much of a text may be repeated at the start of the next
     */
    static List<Packed> pack(List<Atom> section, int budget, int overlap) {
        Map<Integer, Integer> groups = new HashMap<>();
        section.forEach(atom -> groups.merge(atom.group(), atom.size(), Integer::sum));
        var packer = new Packer(budget, overlap, groups);
        @Nullable Atom before = null;
        for (Atom atom : section) {
            packer.add(atom, before != null && atom.follows(before) ? atom.size() : packer.whole(atom));
            before = atom;
        }
        packer.close();
        return List.copyOf(packer.packed);
    }

    /** The size of the list or table that begins with the atom, where a text can hold it, else that of the atom. */
    private int whole(Atom first) {
        int whole = groups.getOrDefault(first.group(), 0);
        boolean fits = !first.isSentence() && whole + first.headerSize() <= budget;
        return fits ? whole : first.size();
    }

    /**
     * Adds an atom.
     *
     * @param room what has to fit for the atom to go into the open text
     */
    private void add(Atom atom, int room) {
        boolean follows = !open.isEmpty() && atom.follows(open.getLast());
        if (fresh > 0 && size + room + (follows ? 0 : atom.headerSize()) > budget) {
            List<Atom> repeated = tail(budget - room - atom.headerSize());
            close();
            repeated.forEach(this::append);
            follows = false;
        }
        if (!follows && atom.header() != null) {
            append(Atom.header(atom, atom.header()));
        }
        append(atom);
        fresh++;
    }

    private void append(Atom atom) {
        open.add(atom);
        size += atom.size();
    }

    /** The last sentences of the open text, as far as they fit; all of them would be no cut at all. */
    private List<Atom> tail(int room) {
        List<Atom> tail = new ArrayList<>();
        int allowed = Math.min(overlap, room);
        for (int at = open.size() - 1; at > 0 && tail.size() < OVERLAP_SENTENCES; at--) {
            Atom atom = open.get(at);
            allowed -= atom.size();
            if (!atom.isSentence() || allowed < 0) {
                break;
            }
            tail.addFirst(atom);
        }
        return tail;
    }

    private void close() {
        if (fresh > 0) {
            var text = new StringBuilder();
            for (Atom atom : open) {
                text.append(text.isEmpty() ? "" : atom.lead()).append(atom.text());
            }
            packed.add(new Packed(text.toString(), open.getFirst().page()));
        }
        open.clear();
        size = 0;
        fresh = 0;
    }
}
