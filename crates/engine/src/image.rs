//! The start-up image: V8's snapshot of the evaluated lib/, the sources of lib/ and code caches for what the
//! snapshot does not hold, in one block that is appended to the executable.
//!
//! Layout: padding to a page; `snapshot`; `sources`; a trailer of eight little-endian `u64`
//! (offset of the block in the file, snapshot length, sources length, zero…) ended by [`MAGIC`]. `sources` is a sequence of
//! records `id length, text length, cache length` (u32 each) and the three byte strings, each record
//! starting on a multiple of eight.
//!
//! An executable without an image still works: it evaluates lib/ when it starts.

use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::os::fd::AsRawFd;
use std::path::Path;

use crate::builtins::{Source, Sources};

const MAGIC: &[u8; 16] = b"PHASOR IMAGE 001";
const TRAILER: usize = 3 * 8 + MAGIC.len();
const PAGE: u64 = 4096;

/// An image in memory.
#[derive(Clone)]
pub struct Image {
    /// V8's snapshot.
    pub snapshot: &'static [u8],
    /// The sources it was made from.
    pub sources: Sources,
}

impl Image {
    /// Maps the image of an executable, `None` if it has none.
    ///
    /// # Errors
    /// What opening, reading or mapping the file gives, or `InvalidData` for a damaged image.
    pub fn of_executable(path: &Path) -> io::Result<Option<Image>> {
        let mut file = File::open(path)?;
        let length = file.metadata()?.len();
        let Some(position) = length.checked_sub(TRAILER as u64) else { return Ok(None) };
        file.seek(SeekFrom::Start(position))?;
        let mut trailer = [0; TRAILER];
        file.read_exact(&mut trailer)?;
        if trailer[24..] != *MAGIC {
            return Ok(None);
        }
        let field = |i: usize| u64::from_le_bytes(trailer[i * 8..i * 8 + 8].try_into().expect("eight bytes"));
        let (start, snapshot, sources) = (field(0), field(1), field(2));
        if start % PAGE != 0 || start.checked_add(snapshot).and_then(|n| n.checked_add(sources)) != Some(position) {
            return Err(damaged());
        }
        let block = map(&file, start, snapshot + sources)?;
        let (snapshot, sources) = block.split_at(snapshot as usize);
        Ok(Some(Image { snapshot, sources: read_sources(sources)? }))
    }

    /// Writes `executable` without its image to `output`, followed by this image.
    ///
    /// # Errors
    /// What reading or writing gives. `output` is written beside its final place and renamed, so that
    /// it may be the running executable.
    pub fn append(&self, executable: &Path, output: &Path) -> io::Result<()> {
        let mut bytes = std::fs::read(executable)?;
        if let Some(start) = image_start(&bytes) {
            bytes.truncate(start);
        }
        bytes.resize(bytes.len().next_multiple_of(PAGE as usize), 0);
        let start = bytes.len() as u64;
        let sources = write_sources(&self.sources);
        bytes.extend_from_slice(self.snapshot);
        bytes.extend_from_slice(&sources);
        for n in [start, self.snapshot.len() as u64, sources.len() as u64] {
            bytes.extend_from_slice(&n.to_le_bytes());
        }
        bytes.extend_from_slice(MAGIC);

        let temporary = output.with_extension(format!("{}.tmp", std::process::id()));
        let mut file = File::create(&temporary)?;
        file.write_all(&bytes)?;
        file.set_permissions(std::fs::metadata(executable)?.permissions())?;
        drop(file);
        std::fs::rename(&temporary, output)
    }
}

fn damaged() -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, "the start-up image of the executable is damaged")
}

fn image_start(bytes: &[u8]) -> Option<usize> {
    let trailer = bytes.len().checked_sub(TRAILER)?;
    let start = u64::from_le_bytes(bytes[trailer..trailer + 8].try_into().ok()?);
    (bytes[trailer + 24..] == *MAGIC).then_some(start as usize)
}

fn map(file: &File, offset: u64, length: u64) -> io::Result<&'static [u8]> {
    // SAFETY: a fresh private read-only mapping of our own executable, which is never unmapped. The file
    // is replaced by renaming, never written in place, so the bytes do not change under us.
    let address = unsafe {
        libc::mmap(
            std::ptr::null_mut(),
            length as usize,
            libc::PROT_READ,
            libc::MAP_PRIVATE,
            file.as_raw_fd(),
            offset as libc::off_t,
        )
    };
    if address == libc::MAP_FAILED {
        return Err(io::Error::last_os_error());
    }
    // SAFETY: mapped just now, `length` bytes long, for the rest of the process.
    Ok(unsafe { std::slice::from_raw_parts(address.cast::<u8>(), length as usize) })
}

fn write_sources(sources: &Sources) -> Vec<u8> {
    let mut out = Vec::new();
    for source in sources.iter() {
        for part in [source.id.as_bytes(), source.text.as_bytes(), source.code_cache] {
            out.extend_from_slice(&(part.len() as u32).to_le_bytes());
        }
        out.extend_from_slice(source.id.as_bytes());
        out.extend_from_slice(source.text.as_bytes());
        // V8 wants its cache aligned.
        out.resize(out.len().next_multiple_of(8), 0);
        out.extend_from_slice(source.code_cache);
        out.resize(out.len().next_multiple_of(8), 0);
    }
    out
}

fn read_sources(block: &'static [u8]) -> io::Result<Sources> {
    let mut list = Vec::with_capacity(512);
    let mut at = 0;
    let take = |at: &mut usize, n: usize| {
        let part = block.get(*at..at.checked_add(n)?)?;
        *at += n;
        Some(part)
    };
    while at < block.len() {
        let record = (|| {
            let header = take(&mut at, 12)?;
            let length =
                |i: usize| u32::from_le_bytes(header[i * 4..i * 4 + 4].try_into().expect("four bytes")) as usize;
            let id = take(&mut at, length(0))?;
            let text = take(&mut at, length(1))?;
            at = at.next_multiple_of(8);
            let code_cache = take(&mut at, length(2))?;
            at = at.next_multiple_of(8);
            // SAFETY: both were written from `str` by `write_sources`; checking megabytes of UTF-8 at
            // every start would cost more than all the rest of reading.
            let (id, text) = unsafe { (std::str::from_utf8_unchecked(id), std::str::from_utf8_unchecked(text)) };
            Some(Source { id, text, code_cache })
        })();
        list.push(record.ok_or_else(damaged)?);
    }
    Ok(Sources::new(list))
}
