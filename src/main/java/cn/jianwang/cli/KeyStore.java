package cn.jianwang.cli;

import cn.jianwang.store.ApiKeys;
import java.util.List;
import java.util.function.ToIntFunction;

/** Opens the database just long enough to do something with the keys. */
final class KeyStore {

    private KeyStore() {
    }

    static int use(List<String> settings, ToIntFunction<ApiKeys> work) {
        return Database.use(settings, store -> work.applyAsInt(store.getBean(ApiKeys.class)));
    }
}
