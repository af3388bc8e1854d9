use super::*;

/// The pieces as `kind text`, for short comparisons.
fn pieces(text: &str) -> Vec<(Kind, &str)> {
    lex(text).tokens.into_iter().map(|token| (token.kind, &text[token.range])).collect()
}

fn of_kind(text: &str, kind: Kind) -> Vec<&str> {
    pieces(text).into_iter().filter(|(k, _)| *k == kind).map(|(_, piece)| piece).collect()
}

#[test]
fn lists_are_sorted_for_the_search() {
    assert!(KEYWORDS.is_sorted());
    assert!(CONSTANTS.is_sorted());
}

#[test]
fn words_are_told_apart() {
    assert_eq!(
        pieces("const a = null"),
        [(Kind::Keyword, "const"), (Kind::Identifier, "a"), (Kind::Operator, "="), (Kind::Constant, "null")]
    );
    assert_eq!(of_kind("a.delete.if", Kind::Property), ["delete", "if"]);
    assert_eq!(of_kind("({ new: 1, class: 2 })", Kind::Property), ["new", "class"]);
    assert_eq!(of_kind("class A { #b = 1 }", Kind::PrivateName), ["#b"]);
    assert_eq!(of_kind("größe + 变量", Kind::Identifier), ["größe", "变量"]);
}

#[test]
fn a_slash_divides_behind_values() {
    for text in ["a / b / c", "1 / 2", "(a) / b / c", "a[0] / b / c", "a++ / b / c", "x = {} / 1 / g", "'a' / 2 / 1"] {
        assert_eq!(of_kind(text, Kind::Regex), [""; 0], "{text}");
    }
}

#[test]
fn a_slash_starts_a_regular_expression_elsewhere() {
    for (text, regex) in [
        ("/a/g", "/a/g"),
        ("x = /[/\\]]+/u.test(y)", "/[/\\]]+/u"),
        ("return /x/", "/x/"),
        ("if (a) /x/.test(b)", "/x/"),
        ("a && /b\\/c/i", "/b\\/c/i"),
        ("[/a/, 1]", "/a/"),
        ("typeof /a/", "/a/"),
        ("{ } /re/.exec(s)", "/re/"),
    ] {
        assert_eq!(of_kind(text, Kind::Regex), [regex], "{text}");
    }
}

#[test]
fn templates_nest() {
    let text = "`a${ `b${1}c` }d` / 2";
    assert_eq!(of_kind(text, Kind::Template), ["`a", "`b", "c`", "d`"]);
    assert_eq!(of_kind(text, Kind::Number), ["1", "2"]);
    assert!(!lex(text).is_unfinished(text));
}

#[test]
fn what_is_open_is_known() {
    for text in ["(", "f(a,", "{ a: [", "`x", "`x${", "`x${1}", "/* a", "a +", "a =>", "a,", "a.", "'a\\"] {
        assert!(lex(text).is_unfinished(text), "{text}");
    }
    for text in ["", "a", "f()", "'('", "/(/", "`(`", "// (", "a++", "a;", "#!x (", ")", "]}"] {
        assert!(!lex(text).is_unfinished(text), "{text}");
    }
}

#[test]
fn numbers_end_where_they_should() {
    assert_eq!(of_kind("1e-5+0x1F-1_000n*.5", Kind::Number), ["1e-5", "0x1F", "1_000n", ".5"]);
    assert_eq!(pieces("1..toFixed()")[0], (Kind::Number, "1."));
}

#[test]
fn brackets_are_paired() {
    let lexed = lex("f({ a: [')'] })");
    assert_eq!(lexed.pairs, [(7, 11), (2, 13), (1, 14)]);
    assert_eq!(lexed.open, []);
}

#[test]
fn any_text_is_accepted() {
    for text in
        ["\\", "'\\", "/\\", "/[", "`\\", "`${", "${", "}", "\u{0}\u{1}", "𝒳'\\𝒳", "/\\𝒳", "1e+", ".", "#", "\\u{61}"]
    {
        let lexed = lex(text);
        assert!(lexed.tokens.iter().all(|token| text.get(token.range.clone()).is_some()), "{text:?}");
    }
}
