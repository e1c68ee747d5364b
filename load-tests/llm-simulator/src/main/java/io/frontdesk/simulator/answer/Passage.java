package io.frontdesk.simulator.answer;

/** A numbered passage of a prompt. */
record Passage(int n, String text) {}
