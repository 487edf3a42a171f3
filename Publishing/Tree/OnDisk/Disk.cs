using System.Buffers;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Transparency.Publishing.Tree.OnDisk;

/// <summary>What the file system said no to, with its own reason.</summary>
internal sealed class DiskFault(string path, int error) : Exception($"{path}: {Marshal.GetPInvokeErrorMessage(error)}")
{
    public string Path => path;

    public string Reason => Marshal.GetPInvokeErrorMessage(error);
}

/// <summary>
/// The file calls of Linux that .NET has no words for (flushing a folder or a file system, making a file that must be new,
/// removing without a look behind links). Every refusal is a <see cref="DiskFault"/>. The numbers hold for x86-64 and ARM64.
/// </summary>
internal static partial class Disk
{
    private const int ReadOnly = 0;
    private const int WriteOnly = 1;
    private const int Create = 0x40;
    private const int MustBeNew = 0x80;
    private const int NeverWait = 0x800;
    private const int CloseOnExec = 0x80000;

    public const int NotAFolder = 20;

    private const int NoEntry = 2;
    private const int Interrupted = 4;
    private const int InputOutput = 5;
    private const int NoAccess = 13;
    private const int Exists = 17;
    private const int NotEmpty = 39;

    public const int OwnerOnly = 0x180;

    private const int FileMode = 0x1A4;
    private const int FolderMode = 0x1ED;
    private const int BufferSize = 1 << 16;

    /// <summary>The same kind of "no" for a fault that .NET's own folder listing met.</summary>
    public static DiskFault FaultOf(string path, Exception met) =>
        new(path, met is UnauthorizedAccessException ? NoAccess : met is DirectoryNotFoundException ? NoEntry : InputOutput);

    /// <summary>Makes a file that must not exist yet, so no link leads the bytes elsewhere. What is not finished is removed.</summary>
    public static void WriteNew(string file, ReadOnlySpan<byte> bytes, int mode = FileMode)
    {
        int handle = Checked(file, open(file, WriteOnly | Create | MustBeNew | CloseOnExec, mode));
        try
        {
            Checked(file, fchmod(handle, mode)); // any web server reads the tree, whatever our umask keeps from others
            WriteAll(handle, file, bytes);
        }
        catch (DiskFault)
        {
            _ = unlink(file);
            throw;
        }
        finally
        {
            _ = close(handle);
        }
    }

    public static void Rename(string from, string to) => Checked(to, rename(from, to));

    /// <summary>Refuses what exists already, a link to a folder too.</summary>
    public static void MakeFolder(string folder)
    {
        Checked(folder, mkdir(folder, FolderMode));
        Checked(folder, chmod(folder, FolderMode));
    }

    /// <summary>As <see cref="MakeFolder"/>, where another thread may have just made it; only below a folder that is ours alone.</summary>
    public static void MakeFolderOnce(string folder)
    {
        if (mkdir(folder, FolderMode) == 0)
        {
            Checked(folder, chmod(folder, FolderMode));
        }
        else if (Marshal.GetLastPInvokeError() is not Exists and var error)
        {
            throw new DiskFault(folder, error);
        }
    }

    /// <summary>One file's bytes, or one folder's entries.</summary>
    public static void Flush(string path) => WithHandle(path, handle => Checked(path, fsync(handle)));

    /// <summary>All that waits on the file system that holds this folder, other programs' data too.</summary>
    public static void FlushFileSystem(string folder) => WithHandle(folder, handle => Checked(folder, syncfs(handle)));

    /// <summary>A link is removed itself, not what it points to.</summary>
    public static void Remove(string file)
    {
        if (unlink(file) < 0 && Marshal.GetLastPInvokeError() is not NoEntry and var error)
        {
            throw new DiskFault(file, error);
        }
    }

    /// <summary>False if the folder stays because something is in it, or because it is none.</summary>
    public static bool RemoveIfEmpty(string folder)
    {
        int error = rmdir(folder) == 0 ? 0 : Marshal.GetLastPInvokeError();
        return error switch
        {
            0 or NoEntry => true,
            NotEmpty or Exists or NotAFolder => false,
            _ => throw new DiskFault(folder, error),
        };
    }

    public static PublishedFile Hash(string file) => WithHandle(file, handle =>
    {
        var buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        long length = 0;
        for (int got; (got = ReadSome(handle, file, buffer)) > 0; length += got)
        {
            hash.AppendData(buffer, 0, got);
        }

        ArrayPool<byte>.Shared.Return(buffer);
        return new PublishedFile(length, Convert.ToHexStringLower(hash.GetHashAndReset()));
    });

    public static byte[] Read(string file) => WithHandle(file, handle =>
    {
        using var bytes = new MemoryStream();
        var buffer = new byte[BufferSize];
        for (int got; (got = ReadSome(handle, file, buffer)) > 0;)
        {
            bytes.Write(buffer, 0, got);
        }

        return bytes.ToArray();
    });

    // A pipe among the files would hold up an ordinary open for ever.
    private static T WithHandle<T>(string path, Func<int, T> use)
    {
        int handle = Checked(path, open(path, ReadOnly | NeverWait | CloseOnExec, 0));
        try
        {
            return use(handle);
        }
        finally
        {
            _ = close(handle);
        }
    }

    private static void WriteAll(int handle, string file, ReadOnlySpan<byte> bytes)
    {
        while (bytes.Length > 0)
        {
            var wrote = write(handle, bytes, bytes.Length);
            if (wrote >= 0)
            {
                bytes = bytes[(int)wrote..];
            }
            else if (Marshal.GetLastPInvokeError() is not Interrupted and var error)
            {
                throw new DiskFault(file, error);
            }
        }
    }

    private static int ReadSome(int handle, string file, byte[] buffer)
    {
        while (true)
        {
            var got = read(handle, buffer, buffer.Length);
            if (got >= 0 || Marshal.GetLastPInvokeError() is not Interrupted)
            {
                return Checked(file, (int)got);
            }
        }
    }

    private static int Checked(string path, int result) => result >= 0 ? result : throw new DiskFault(path, Marshal.GetLastPInvokeError());

    [LibraryImport("libc", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int open(string path, int flags, int mode);

    [LibraryImport("libc", SetLastError = true)]
    private static partial nint write(int handle, ReadOnlySpan<byte> bytes, nint count);

    [LibraryImport("libc", SetLastError = true)]
    private static partial nint read(int handle, Span<byte> bytes, nint count);

    [LibraryImport("libc", SetLastError = true)]
    private static partial int close(int handle);

    [LibraryImport("libc", SetLastError = true)]
    private static partial int fchmod(int handle, int mode);

    [LibraryImport("libc", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int chmod(string path, int mode);

    [LibraryImport("libc", SetLastError = true)]
    private static partial int fsync(int handle);

    [LibraryImport("libc", SetLastError = true)]
    private static partial int syncfs(int handle);

    [LibraryImport("libc", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int rename(string from, string to);

    [LibraryImport("libc", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int mkdir(string folder, int mode);

    [LibraryImport("libc", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int unlink(string file);

    [LibraryImport("libc", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int rmdir(string folder);
}
