//! What is drawn, and where it has room: rooms are those of the frame's sizes, measured in a browser.

use super::*;
use crate::lesson::batch::room::{Layout, Tiles};
use crate::lesson::batch::scene::need;
use crate::lesson::batch::tile::Tile;
use crate::screen::Split;

/// Desktop, small desktop, tablet, presenting (its room is told smaller), two phones, embedded.
const ROOMS: [(f64, f64); 7] = [
    (1048.0, 586.0),
    (974.0, 336.0),
    (790.0, 805.0),
    (1246.0 / 1.34, 422.0 / 1.34),
    (360.0, 482.0),
    (412.0, 638.0),
    (588.0, 234.0),
];

const LONG: &str = "#/batch?a=2x2x2:123456,2.345678,-0.000123,4,5,6,7,8&b=2x2x2:1.5,2.25,3.125,4,5,6,7,8&t=2";
const LARGE: [&str; 3] = [
    "#/batch?a=8x6x6:seed1&b=8x6x6:seed2&t=40",
    "#/batch?a=3x6x6:seed1&b=3x6x6:seed2&t=40",
    "#/batch?a=4x3x3:seed1&b=4x3x3:seed2&t=14",
];

fn room((width, height): (f64, f64)) -> Room {
    Room { width, height, least_cell: 24.0, presents: false }
}

/// The examples with products, at their start and in the middle.
fn examples() -> Vec<Batch> {
    let keys = ["three", "eight", "nan", "share", "attention", "dots"];
    let mut all: Vec<Batch> = keys.into_iter().map(example).collect();
    for key in keys {
        let mut batch = example(key);
        go(&mut batch, 2);
        all.push(batch);
    }
    all
}

pub(super) fn attr(node: &Node, name: &str) -> Option<String> {
    node.attrs.iter().find(|(own, _)| *own == name).map(|(_, value)| value.to_string())
}

pub(super) fn each<'a>(nodes: &'a [Node], found: &mut Vec<&'a Node>) {
    for node in nodes {
        found.push(node);
        each(&node.children, found);
    }
}

/// The numbers of results in sight in a room, each with its pixels and its row's.
fn numbers(batch: &Batch, at: (f64, f64)) -> Vec<(String, String, f64, f64)> {
    let Figure::Scene(scene) = batch.moment(&Cx { room: room(at), ..cx() }).figure else { panic!("panels") };
    let mut nodes = Vec::new();
    each(&scene.beside, &mut nodes);
    let number =
        |node: &Node, name: &str| attr(node, name).and_then(|text| text.parse::<f64>().ok()).expect("a number");
    let cells = nodes.into_iter().filter(|node| node.attrs.iter().any(|(name, _)| *name == "data-cell"));
    let cells = cells.filter(|cell| !cell.children[1].text.is_empty() && attr(cell, "data-value").is_some());
    let seen = |cell: &Node| {
        let name = attr(cell, "data-cell").unwrap_or_default();
        let high = number(&cell.children[0], "height") + 2.0;
        (name, cell.children[1].text.to_string(), number(&cell.children[1], "font-size"), high)
    };
    cells.map(seen).collect()
}

#[test]
fn the_examples_show_every_finished_number_in_every_room() {
    for batch in examples() {
        let all: usize = Lane::ALL.into_iter().map(|lane| batch.cells_done(lane)).sum();
        for at in ROOMS {
            let seen = numbers(&batch, at);
            // Eight and six pairs on an embedded page: the one in front.
            let most = if at.1 < 240.0 && batch.inputs().pairs() > 4 { seen.len() } else { all };
            assert_eq!(seen.len(), most, "{:?} in {at:?}", batch.example());
            for (name, _, size, row) in seen {
                assert!(size >= 12.0 && row >= 15.0, "{name} of {:?} in {at:?}: {size}, {row}", batch.example());
            }
        }
    }
}

#[test]
fn the_front_tile_keeps_its_numbers_at_every_size() {
    for link in LARGE.into_iter().chain([LONG]) {
        let batch = at(link);
        let front = batch.front_pair();
        let need = need(&batch);
        for place in ROOMS {
            let layout = Layout::new(&room(place), &need);
            let tile = Tile::new(&need, &layout, front, front);
            let cells = tile.cell.0 * need.result.1 as f64;
            assert!(tile.readable && cells >= need.cells() - 0.5, "{link} in {place:?}: {tile:?}");
            let done: usize = Lane::ALL
                .into_iter()
                .map(|lane| {
                    let cells = (0..need.result.0 * need.result.1).map(|i| (i / need.result.1, i % need.result.1));
                    cells.filter(|&(row, col)| batch.is_done(lane, front, row, col)).count()
                })
                .sum();
            let seen = numbers(&batch, place);
            let own = |name: &str| name.split('-').nth(1) == Some(front.to_string().as_str());
            assert_eq!(seen.iter().filter(|(name, ..)| own(name)).count(), done, "{link} in {place:?}");
            // An embedded page has no height for six rows of 15 px in both lanes.
            let least = if place.1 < 240.0 { 12.0 } else { 15.0 };
            for (name, said, size, row) in seen {
                let wide = said.chars().count() as f64 * size * 0.6;
                assert!(size >= 12.0 && row >= least, "{link} in {place:?}: {name}, {size}, {row}");
                assert!(wide <= tile.cell.0, "{link} in {place:?}: {said} is {wide} wide");
            }
        }
    }
    assert_eq!(numbers(&at(LONG), ROOMS[0]).len(), 2 + 4, "long numbers stand in every tile where there is room");
}

#[test]
fn tiles_stand_apart_inside_their_lane() {
    for batch in examples().into_iter().chain(LARGE.map(at)).chain([at(LONG)]) {
        let (need, front) = (need(&batch), batch.front_pair());
        for place in ROOMS {
            let layout = Layout::new(&room(place), &need);
            let tiles: Vec<Tile> = (0..need.pairs).map(|pair| Tile::new(&need, &layout, pair, front)).collect();
            let right = |tile: &Tile| tile.x + tile.width;
            let below = |tile: &Tile| tile.first.1 + tile.cell.1 * need.result.0 as f64;
            for (pair, tile) in tiles.iter().enumerate() {
                let inside = tile.x >= layout.label - 0.1 && right(tile) <= layout.width + 0.1;
                assert!(inside && below(tile) <= layout.lane() + 4.0, "{pair} in {place:?}: {tile:?} of {layout:?}");
                for other in &tiles[..pair] {
                    let apart = right(other) <= tile.x + 0.1 || right(tile) <= other.x + 0.1;
                    let lines = other.y.max(tile.y) + 0.1 >= below(other).min(below(tile));
                    assert!(apart || lines, "{pair} in {place:?}: {tile:?} and {other:?} of {layout:?}");
                }
            }
        }
    }
}

#[test]
fn a_tiles_words_end_inside_its_frame() {
    for batch in examples() {
        let (need, front) = (need(&batch), batch.front_pair());
        for place in ROOMS {
            let layout = Layout::new(&room(place), &need);
            let Figure::Scene(scene) = batch.moment(&Cx { room: room(place), ..cx() }).figure else { panic!("panels") };
            let mut nodes = Vec::new();
            each(&scene.beside, &mut nodes);
            for tile in nodes.iter().filter(|node| attr(node, "data-pair").is_some()) {
                let pair = attr(tile, "data-pair").and_then(|name| name.split('-').next_back()?.parse().ok());
                let own = Tile::new(&need, &layout, pair.expect("a pair"), front);
                // In the browser a character of a sum takes up to 7.1 px.
                let end = 20.0 + tile.children[2].text.chars().count() as f64 * 7.1;
                let is_sum = tile.children[2].text.contains('·');
                assert!(!is_sum || end <= own.width + 1.0, "{} in {place:?}: {own:?}", tile.children[2].text);
            }
        }
    }
}

#[test]
fn the_front_pair_has_room_for_tabs_and_cells() {
    for batch in examples().into_iter().chain(["refuse", "inner"].map(example)) {
        let need = need(&batch);
        for place in ROOMS {
            let layout = match batch.answer() {
                Some(_) => Layout::new(&room(place), &need),
                None => Layout::without_product(&room(place), &need),
            };
            let own = layout.split.panels(&room(place));
            let (wide, high) = (need.stack.width(layout.link), need.stack.height(layout.link));
            assert!(own.width >= wide && own.height >= high, "{:?} in {place:?}: {wide} x {high}", batch.example());
        }
    }
}

#[test]
fn the_timetable_goes_where_there_is_no_room() {
    let layout = |key: &str, place: usize| Layout::new(&room(ROOMS[place]), &need(&example(key)));
    for key in ["three", "eight", "dots", "attention"] {
        for (place, room) in ROOMS.iter().enumerate().take(6) {
            assert!(layout(key, place).table > 0.0, "{key} in {room:?}");
        }
    }
    assert_eq!(layout("eight", 6).table, 0.0);
    let phone = layout("eight", 4);
    assert!(matches!(phone.split, Split::Below(_)) && phone.beside);
    assert_eq!((phone.tiles, phone.label), (Tiles::Alike(2), 0.0));
    // What has no product stands below each other where the box is about square.
    let square = Layout::without_product(&room((790.0, 650.0)), &need(&example("inner")));
    assert!(matches!(square.split, Split::Below(_)));
}

#[test]
fn a_presenter_sees_the_timetable_of_few_pairs() {
    // The picture at 1366x650, drawn larger by a third.
    let room = Room { width: 1332.0 / 1.34, height: 352.0 / 1.34, least_cell: 24.0, presents: false };
    for key in [EXAMPLES[0].key, "attention"] {
        let layout = Layout::new(&room, &need(&example(key)));
        assert!(layout.table > 0.0, "{key}");
    }
}
