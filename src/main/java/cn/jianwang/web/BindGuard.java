package cn.jianwang.web;

import cn.jianwang.store.ApiKeys;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Keeps a service without keys from being reachable by anybody but this machine. */
@Component
class BindGuard {

    BindGuard(@Value("${server.address:}") String address, ApiKeys keys) {
        if (!isLoopback(address) && !keys.anyInForce()) {
            throw new StartRefusedException("""
                    拒绝启动：服务要监听 %s，但还没有任何有效的接口密钥，任何人都能读取涉检线索。
                    先建密钥：java -jar jianwang.jar keys add 名称 [--internal]
                    或只供本机访问：去掉 server.address 设置（默认 127.0.0.1）。"""
                    .formatted(address.isBlank() ? "所有网卡" : address));
        }
    }

    /** Whether only this machine can reach a service bound to this address. */
    static boolean isLoopback(String address) {
        try {
            return !address.isBlank() && InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException e) {
            throw new StartRefusedException("拒绝启动：server.address 的值「" + address + "」不是有效的地址。");
        }
    }
}
