package cn.jianwang.cli;

import cn.jianwang.measure.UnreadableLabelsException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Reads a file that a command was given, and tells in Chinese why it could not. */
final class InputFiles {

    interface Reader<T> {
        T read(Path file) throws IOException;
    }

    private InputFiles() {
    }

    static <T> T read(Path file, Reader<T> reader) {
        try {
            return reader.read(file);
        } catch (UnreadableLabelsException wrong) {
            throw new CouldNotRunException(wrong.getMessage());
        } catch (NoSuchFileException e) {
            throw new CouldNotRunException("没有这个文件：" + file);
        } catch (AccessDeniedException e) {
            throw new CouldNotRunException("没有权限读写：" + file);
        } catch (CharacterCodingException e) {
            throw new CouldNotRunException(file + " 不是 UTF-8 编码。怎么改：另存为 UTF-8 再试");
        } catch (IOException e) {
            throw new CouldNotRunException("读写 " + file + " 失败：" + e.getMessage());
        }
    }
}
