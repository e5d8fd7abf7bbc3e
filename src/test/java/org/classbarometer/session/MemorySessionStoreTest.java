package org.classbarometer.session;

class MemorySessionStoreTest extends SessionStoreContract {
    @Override
    protected SessionStore open() {
        return new MemorySessionStore();
    }
}
