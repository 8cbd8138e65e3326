package cn.jianwang.web;

import cn.jianwang.release.ReleaseShelf;
import cn.jianwang.release.Starting;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** The first release on its way, loaded while Spring starts. */
final class RuleLoading {

    private final CompletableFuture<Starting> loading = new CompletableFuture<>();

    private RuleLoading() {
    }

    static RuleLoading begin(ReleaseSettings settings) {
        RuleLoading rules = new RuleLoading();
        Thread thread = new Thread(() -> rules.load(settings), "rules-loading");
        thread.setDaemon(true);
        thread.start();
        return rules;
    }

    private void load(ReleaseSettings settings) {
        try {
            loading.complete(settings.watch() ? new Starting(Starting.folder(settings.rules()), Optional.empty())
                    : Starting.load(new ReleaseShelf(settings.releases()), settings.rules()));
        } catch (RuntimeException | Error failed) {
            loading.completeExceptionally(failed);
        }
    }

    /** Waits for it. @throws RuntimeException what loading threw */
    Starting join() {
        try {
            return loading.join();
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw failed;
        }
    }
}
