package io.frontdesk.simulator;

/** A request that the specification allows, ready to be answered the way its model is. */
interface Work {
    String model();

    void answer(Behaviour behaviour, Exchange exchange);
}
