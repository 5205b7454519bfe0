//! Reads what encoding_cases writes (see cases.c) and compares it with encoding_rs.
//!
//! usage: encoding_cases ... | cutline-encoding-check
use encoding_rs::Encoding;
use std::io::{BufRead, BufReader, Read};

fn read16(input: &mut impl Read) -> usize {
    let mut bytes = [0u8; 2];
    input.read_exact(&mut bytes).unwrap();
    u16::from_le_bytes(bytes) as usize
}

fn main() {
    let mut input = BufReader::with_capacity(1 << 20, std::io::stdin());
    let mut names = String::new();
    input.read_line(&mut names).unwrap();
    let encodings: Vec<&Encoding> =
        names.split_whitespace().map(|name| Encoding::for_label_no_replacement(name.as_bytes()).unwrap_or(encoding_rs::REPLACEMENT)).collect();
    let (mut records, mut points, mut labels, mut differences) = (0u64, 0u64, 0u64, 0u64);
    let mut which = [0u8];
    let mut given = Vec::new();
    let mut ours = Vec::new();
    while input.read(&mut which).unwrap() == 1 {
        given.resize(read16(&mut input), 0);
        input.read_exact(&mut given).unwrap();
        ours.resize(read16(&mut input), 0);
        input.read_exact(&mut ours).unwrap();
        let (name, theirs) = if which[0] == 255 {
            labels += 1;
            let name = Encoding::for_label(&given).map_or(String::new(), |e| e.name().to_ascii_lowercase());
            ("label", name)
        } else {
            let encoding = encodings[which[0] as usize];
            let text = encoding.decode(&given).0.into_owned();
            points += text.chars().count() as u64;
            records += 1;
            (encoding.name(), text)
        };
        if theirs.as_bytes() != ours {
            differences += 1;
            if differences <= 20 {
                println!("{name} {given:02X?}: ours {:?}, theirs {theirs:?}", String::from_utf8_lossy(&ours));
            }
        }
    }
    println!("labels compared {labels}, sequences {records}, code points compared {points}, differences {differences}");
    std::process::exit((differences != 0 || records == 0) as i32);
}
