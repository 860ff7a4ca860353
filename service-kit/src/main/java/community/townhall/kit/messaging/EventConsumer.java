/* SPDX-License-Identifier: Apache-2.0 */
package community.townhall.kit.messaging;

import community.townhall.events.Event;
import community.townhall.events.EventCatalogue;
import community.townhall.events.EventEnvelope;
import community.townhall.events.EventType;
import community.townhall.events.Topic;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A named consumer and what it does with each type of event. Declared as a bean; the kit gives it a consumer group
 * {@code <service>.<name>}, a place for its dead letters on each topic, and retries. Beans of one name are one consumer:
 * each feature declares what it does with its own events.
 */
public final class EventConsumer {

    private final String name;
    private final boolean broadcast;
    private final boolean unhurried;
    private final boolean computing;
    private final Map<String, EventHandler<?>> handlers;
    private final Set<Topic> topics;

    private EventConsumer(Builder builder) {
        this.name = builder.name;
        this.broadcast = builder.broadcast;
        this.unhurried = builder.unhurried;
        this.computing = builder.computing;
        this.handlers = Map.copyOf(builder.handlers);
        this.topics = Set.copyOf(builder.topics);
    }

    /**
     * Those of one name as one, in the order they were met.
     *
     * @throws IllegalStateException when two handle the same type, or differ in how they are to be run
     */
    static List<EventConsumer> joined(Stream<EventConsumer> parts) {
        Map<String, EventConsumer> byName = new LinkedHashMap<>();
        parts.forEach(part -> byName.merge(part.name, part, EventConsumer::and));
        return List.copyOf(byName.values());
    }

    private EventConsumer and(EventConsumer other) {
        if (broadcast != other.broadcast || unhurried != other.unhurried || computing != other.computing) {
            throw new IllegalStateException("The parts of " + name + " are to be run in different ways");
        }
        Builder both = new Builder(name);
        both.broadcast = broadcast;
        both.unhurried = unhurried;
        both.computing = computing;
        both.addAll(this);
        both.addAll(other);
        return both.build();
    }

    /** @param name in kebab case */
    public static Builder named(String name) {
        return new Builder(name);
    }

    public String name() {
        return name;
    }

    /** The topics of the types it handles. */
    public Set<Topic> topics() {
        return topics;
    }

    /** Whether every instance of the service sees every event from now on, rather than each event going to one. */
    public boolean isBroadcast() {
        return broadcast;
    }

    /** Whether nobody waits for its effects. */
    boolean isUnhurried() {
        return unhurried;
    }

    /** Whether its handlers keep a processor busy rather than wait for a database. */
    boolean isComputing() {
        return computing;
    }

    /** Whether it has a handler for that type. */
    public boolean handles(EventType<?> type) {
        return handlers.containsKey(type.name());
    }

    @SuppressWarnings("unchecked") // the builder pairs each handler with the type of its body
    <E extends Event> void handle(EventEnvelope<E> event) {
        EventHandler<E> handler = (EventHandler<E>) handlers.get(event.type());
        if (handler == null) {
            throw new IllegalArgumentException(name + " does not handle " + event.type());
        }
        handler.handle(event);
    }

    public static final class Builder {

        private final String name;
        private final Map<String, EventHandler<?>> handlers = new LinkedHashMap<>();
        private final Set<Topic> topics = EnumSet.noneOf(Topic.class);
        private boolean broadcast;
        private boolean unhurried;
        private boolean computing;

        private Builder(String name) {
            this.name = name;
        }

        /** @param family a body, or a sealed interface: each of its bodies then */
        public <E extends Event> Builder on(Class<E> family, EventHandler<E> handler) {
            for (EventType<? extends E> type : EventCatalogue.typesOf(family)) {
                add(type.name(), handler);
                topics.add(type.topic());
            }
            return this;
        }

        private void add(String type, EventHandler<?> handler) {
            if (handlers.put(type, handler) != null) {
                throw new IllegalStateException(name + " handles " + type + " twice");
            }
        }

        private void addAll(EventConsumer part) {
            part.handlers.forEach(this::add);
            topics.addAll(part.topics);
        }

        /**
         * Every instance sees every event sent while it runs: for what lives in the instance's memory only, such as open
         * connections. No retries across restarts, no dead letters.
         */
        public Builder toEveryInstance() {
            this.broadcast = true;
            return this;
        }

        /** Nobody waits for its effects: events gather for it longer, which costs the suite less. */
        public Builder unhurried() {
            this.unhurried = true;
            return this;
        }

        /**
         * Its handlers compute, for milliseconds and more: few of them run at once, on threads that the operating system
         * takes the processor from, so that requests are answered meanwhile.
         */
        public Builder computing() {
            this.computing = true;
            return this;
        }

        public EventConsumer build() {
            if (handlers.isEmpty()) {
                throw new IllegalStateException(name + " handles nothing");
            }
            return new EventConsumer(this);
        }
    }
}
